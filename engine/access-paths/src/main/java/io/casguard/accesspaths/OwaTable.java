package io.casguard.accesspaths;

import static io.casguard.accesspaths.Clause.O_2;
import static io.casguard.accesspaths.Clause.O_3A;
import static io.casguard.accesspaths.Clause.O_3B;
import static io.casguard.accesspaths.Clause.O_4A;
import static io.casguard.accesspaths.Clause.O_4B;
import static io.casguard.accesspaths.Clause.O_5;
import static io.casguard.accesspaths.Clause.O_5B;
import static io.casguard.accesspaths.Clause.O_6;
import static io.casguard.accesspaths.Clause.O_7A;
import static io.casguard.accesspaths.Clause.O_7B;
import static io.casguard.accesspaths.Clause.O_8;
import static io.casguard.accesspaths.Clause.O_9;
import static io.casguard.accesspaths.Decision.by;
import static io.casguard.accesspaths.OwaFailures.LEGACY_MAILBOX;
import static io.casguard.accesspaths.OwaFailures.MAILBOX_IS_NEWER;
import static io.casguard.accesspaths.OwaFailures.NO_FIT_SERVER;
import static io.casguard.accesspaths.OwaFailures.NO_MAILBOX;
import static io.casguard.accesspaths.OwaFailures.NO_SERVER_IN_SITE;
import static io.casguard.accesspaths.OwaFailures.OLDER_THAN_MAILBOX_SERVER;

import io.casguard.accesspaths.External.Published;
import io.casguard.accesspaths.External.Unpublished;
import io.casguard.accesspaths.Outcome.LegacyProxy;
import io.casguard.accesspaths.Outcome.Local;
import io.casguard.accesspaths.Outcome.Proxy;
import io.casguard.accesspaths.Outcome.RedirectLink;
import io.casguard.accesspaths.OwaFacts.Preference.ProxyOutside;
import io.casguard.accesspaths.OwaFacts.Preference.Redirect;
import io.casguard.accesspaths.OwaFacts.RequestPath.Legacy;
import io.casguard.accesspaths.OwaFacts.RequestPath.Owa;
import io.casguard.accesspaths.OwaFacts.WhereMailbox.Elsewhere;
import io.casguard.accesspaths.OwaFacts.WhereMailbox.Here;
import io.casguard.accesspaths.OwaFacts.WhereMailbox.HereButNewer;
import io.casguard.accesspaths.OwaFacts.WhereMailbox.Nowhere;
import io.casguard.accesspaths.OwaFacts.WhereMailbox.OnLegacy;
import io.casguard.accesspaths.OwaFacts.WhereMailbox.OnNewer;
import io.casguard.accesspaths.OwaFacts.WhereMailbox.OnTooNew;
import io.casguard.accesspaths.SiteServers.Fit;
import io.casguard.accesspaths.SiteServers.None;
import io.casguard.accesspaths.SiteServers.Unfit;

/// Outlook Web Access on a 2007 Client Access server: the first row that matches decides.
///
/// A row that proxies says where to; whether the hop succeeds is the business of `OwaHop` and
/// `LegacyHop`.
final class OwaTable {
  private OwaTable() {}

  static Decision decide(OwaFacts facts) {
    // spotless:off
    return switch (facts) {
      //            mailbox                   path      its servers  ExternalURL       preference
      case OwaFacts(Nowhere(),                _,        _,           _,                _)              -> by(O_2,  NO_MAILBOX);
      case OwaFacts(OnLegacy _,               Owa(),    _,           _,                _)              -> by(O_3A, LEGACY_MAILBOX);
      case OwaFacts(OnLegacy(var s, var url), Legacy(), _,           _,                _)              -> by(O_3B, new LegacyProxy(s, url));
      case OwaFacts(OnNewer(),                _,        _,           Published p,      _)              -> by(O_4A, new RedirectLink(p.first().server(), p.first().url()));
      case OwaFacts(OnNewer(),                _,        _,           Unpublished(),    _)              -> by(O_4B, MAILBOX_IS_NEWER);
      case OwaFacts(OnTooNew(),               _,        _,           _,                _)              -> by(O_4B, MAILBOX_IS_NEWER);
      case OwaFacts(Here(var s),              _,        _,           _,                _)              -> by(O_5,  new Local(s));
      case OwaFacts(HereButNewer(),           _,        _,           _,                _)              -> by(O_5B, OLDER_THAN_MAILBOX_SERVER);
      case OwaFacts(Elsewhere(),              _,        None(),      _,                _)              -> by(O_6,  NO_SERVER_IN_SITE);
      case OwaFacts(Elsewhere(),              _,        _,           Published p,      Redirect())     -> by(O_7A, new RedirectLink(p.first().server(), p.first().url()));
      case OwaFacts(Elsewhere(),              _,        _,           Published p,      ProxyOutside()) -> by(O_7B, new Proxy(p.first().server(), p.first().url()));
      case OwaFacts(Elsewhere(),              _,        Unfit(),     Unpublished(),    _)              -> by(O_8,  NO_FIT_SERVER);
      case OwaFacts(Elsewhere(),              _,        Fit f,       Unpublished(),    _)              -> by(O_9,  new Proxy(f.first().server(), f.first().url()));
    };
    // spotless:on
  }
}
