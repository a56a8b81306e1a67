package io.casguard.accesspaths;

import static io.casguard.accesspaths.Clause.D_2A;
import static io.casguard.accesspaths.Clause.D_3;
import static io.casguard.accesspaths.Clause.D_4A;
import static io.casguard.accesspaths.Clause.D_4B;
import static io.casguard.accesspaths.Clause.D_4C;
import static io.casguard.accesspaths.Clause.D_5A;
import static io.casguard.accesspaths.Clause.D_5B;
import static io.casguard.accesspaths.Clause.D_5C;
import static io.casguard.accesspaths.Clause.D_5D;
import static io.casguard.accesspaths.Clause.S_5;
import static io.casguard.accesspaths.Decision.by;

import io.casguard.accesspaths.AutodiscoverFacts.Address.None;
import io.casguard.accesspaths.AutodiscoverFacts.Address.OfAnotherSite;
import io.casguard.accesspaths.AutodiscoverFacts.Address.OfTheSite;
import io.casguard.accesspaths.AutodiscoverFacts.Asked.Devices;
import io.casguard.accesspaths.AutodiscoverFacts.Asked.Outlook;
import io.casguard.accesspaths.AutodiscoverFacts.Release.BeforeTheFix;
import io.casguard.accesspaths.AutodiscoverFacts.Release.Fixed;
import io.casguard.accesspaths.AutodiscoverFacts.WhereMailbox.Nowhere;
import io.casguard.accesspaths.AutodiscoverFacts.WhereMailbox.On2007;
import io.casguard.accesspaths.AutodiscoverFacts.WhereMailbox.OnLegacy;
import io.casguard.accesspaths.AutodiscoverFacts.WhereMailbox.OnNewer;
import io.casguard.accesspaths.AutodiscoverFacts.WhereMailbox.OnTooNew;
import io.casguard.accesspaths.Outcome.Local;
import io.casguard.accesspaths.Outcome.Redirect302;

/// Autodiscover on a 2007 Client Access server: the first row that matches decides.
final class AutodiscoverTable {
  static final Failure NO_MAILBOX = Failure.because("mailbox_not_found");
  static final Failure LEGACY_MAILBOX =
      Failure.because("mailbox_is_legacy")
          .withUserText("Client mailboxes must be on Exchange 2007 Server or later.");
  static final Failure NO_NEWER_SERVER = Failure.because("no_newer_server");
  static final Failure MAILBOX_IS_NEWER = Failure.because("mailbox_is_newer");
  static final Failure NO_EXTERNAL_URL_IN_SITE =
      Failure.because("no_activesync_external_url_in_site")
          .withUserText("Active Directory currently not available");
  static final Failure NO_EXTERNAL_URL = Failure.because("no_activesync_external_url");

  private AutodiscoverTable() {}

  static Decision decide(AutodiscoverFacts facts) {
    // spotless:off
    return switch (facts) {
      //                     mailbox        asked      address          release
      case AutodiscoverFacts(Nowhere(),     _,         _,               _)              -> by(S_5,  NO_MAILBOX);
      case AutodiscoverFacts(OnLegacy(),    _,         _,               _)              -> by(D_3,  LEGACY_MAILBOX);
      case AutodiscoverFacts(OnNewer(),     _,         OfTheSite a,     _)              -> by(D_4A, new Redirect302(a.target().server(), a.target().url()));
      case AutodiscoverFacts(OnNewer(),     _,         OfAnotherSite a, _)              -> by(D_4A, new Redirect302(a.target().server(), a.target().url()));
      case AutodiscoverFacts(OnNewer(),     _,         None(),          _)              -> by(D_4B, NO_NEWER_SERVER);
      case AutodiscoverFacts(OnTooNew(),    _,         _,               _)              -> by(D_4C, MAILBOX_IS_NEWER);
      case AutodiscoverFacts(On2007(var s), Outlook(), _,               _)              -> by(D_2A, new Local(s));
      case AutodiscoverFacts(On2007(var s), Devices(), OfTheSite _,     _)              -> by(D_5A, new Local(s));
      case AutodiscoverFacts(On2007 _,      Devices(), _,               BeforeTheFix()) -> by(D_5B, NO_EXTERNAL_URL_IN_SITE);
      case AutodiscoverFacts(On2007(var s), Devices(), OfAnotherSite _, Fixed())        -> by(D_5C, new Local(s));
      case AutodiscoverFacts(On2007 _,      Devices(), None(),          Fixed())        -> by(D_5D, NO_EXTERNAL_URL);
    };
    // spotless:on
  }
}
