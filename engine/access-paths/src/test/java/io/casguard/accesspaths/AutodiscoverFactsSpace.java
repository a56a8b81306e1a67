package io.casguard.accesspaths;

import io.casguard.accesspaths.AutodiscoverFacts.Address;
import io.casguard.accesspaths.AutodiscoverFacts.Asked;
import io.casguard.accesspaths.AutodiscoverFacts.Release;
import io.casguard.accesspaths.AutodiscoverFacts.WhereMailbox;
import io.casguard.topology.Path;
import io.casguard.topology.Url;
import java.util.ArrayList;
import java.util.List;

/// Every combination of facts, one value for each kind.
final class AutodiscoverFactsSpace {
  private static final Target TARGET =
      new Target("CAS2", new Url("https://mail.example.com/Microsoft-Server-ActiveSync"));
  private static final List<WhereMailbox> MAILBOXES =
      List.of(
          new WhereMailbox.Nowhere(),
          new WhereMailbox.OnLegacy(),
          new WhereMailbox.OnNewer(),
          new WhereMailbox.OnTooNew(),
          new WhereMailbox.On2007("CAS1"));
  private static final List<Asked> ASKED = List.of(new Asked.Outlook(), new Asked.Devices());
  private static final List<Address> ADDRESSES =
      List.of(
          new Address.None(),
          new Address.OfTheSite(TARGET, Path.SPEC),
          new Address.OfAnotherSite(TARGET, Path.SPEC));
  private static final List<Release> RELEASES =
      List.of(new Release.BeforeTheFix(), new Release.Fixed());

  private AutodiscoverFactsSpace() {}

  static List<AutodiscoverFacts> all() {
    List<AutodiscoverFacts> all = new ArrayList<>();
    for (WhereMailbox mailbox : MAILBOXES) {
      for (Asked asked : ASKED) {
        for (Address address : ADDRESSES) {
          for (Release release : RELEASES) {
            all.add(new AutodiscoverFacts(mailbox, asked, address, release));
          }
        }
      }
    }
    return all;
  }

  /// The clauses whose conditions hold, each read from the specification on its own.
  static List<Clause> applying(AutodiscoverFacts facts) {
    boolean own = facts.address() instanceof Address.OfTheSite;
    boolean another = facts.address() instanceof Address.OfAnotherSite;
    boolean fixed = facts.release() instanceof Release.Fixed;
    List<Clause> applying = new ArrayList<>();
    switch (facts.mailbox()) {
      case WhereMailbox.Nowhere() -> applying.add(Clause.S_5);
      case WhereMailbox.OnLegacy() -> applying.add(Clause.D_3);
      case WhereMailbox.OnNewer() -> applying.add(own || another ? Clause.D_4A : Clause.D_4B);
      case WhereMailbox.OnTooNew() -> applying.add(Clause.D_4C);
      case WhereMailbox.On2007 _ -> {
        boolean devices = facts.asked() instanceof Asked.Devices;
        if (!devices) {
          applying.add(Clause.D_2A);
        }
        if (devices && own) {
          applying.add(Clause.D_5A);
        }
        if (devices && !own && !fixed) {
          applying.add(Clause.D_5B);
        }
        if (devices && another && fixed) {
          applying.add(Clause.D_5C);
        }
        if (devices && !own && !another && fixed) {
          applying.add(Clause.D_5D);
        }
      }
    }
    return applying;
  }
}
