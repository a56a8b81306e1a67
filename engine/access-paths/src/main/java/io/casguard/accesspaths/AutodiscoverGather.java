package io.casguard.accesspaths;

import static io.casguard.accesspaths.TrailDraft.at;

import io.casguard.accesspaths.AutodiscoverFacts.Address;
import io.casguard.accesspaths.AutodiscoverFacts.Asked;
import io.casguard.accesspaths.AutodiscoverFacts.Release;
import io.casguard.accesspaths.AutodiscoverFacts.WhereMailbox;
import io.casguard.topology.Known;
import io.casguard.topology.Path;
import io.casguard.topology.Server;
import io.casguard.topology.Site;
import io.casguard.topology.Version;
import io.casguard.topology.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Gathers what the Autodiscover table decides on, under one supposition.
///
/// A column is gathered only where the columns before it leave the matter open, so that nothing
/// irrelevant is ever called unsaid.
final class AutodiscoverGather {
  private static final Address NONE = new Address.None();
  private static final Release FIXED = new Release.Fixed();

  /// The rollup of SP1 that corrects what devices are told.
  private static final int CORRECTING_ROLLUP = 4;

  private final AutodiscoverAddresses addresses;
  private final Request request;
  private final Asked asked;
  private final Server first;
  private final Server mailbox;
  private final Supposition supposition;
  private final TrailDraft trail;

  AutodiscoverGather(
      AutodiscoverAddresses addresses, Request request, Walk walk, Server first, Server mailbox) {
    this.addresses = addresses;
    this.request = request;
    this.asked =
        switch (request.way().provider()) {
          case OUTLOOK -> new Asked.Outlook();
          case MOBILE_SYNC -> new Asked.Devices();
        };
    this.first = first;
    this.mailbox = mailbox;
    this.supposition = walk.supposition();
    this.trail = walk.trail();
  }

  AutodiscoverFacts gather() {
    return switch (Whereabouts.of(mailbox, first, supposition)) {
      case Whereabouts.Nowhere() -> {
        trail.restsOn(
            mailbox.name() + " holds no mailboxes",
            at(mailbox.path(), mailbox.name() + " is no mailbox server"));
        yield settled(new WhereMailbox.Nowhere());
      }
      case Whereabouts.OnLegacy() -> {
        trail.restsOn(
            "the mailbox is on " + mailbox.name() + ", Exchange 2003 or older", version(mailbox));
        yield settled(new WhereMailbox.OnLegacy());
      }
      case Whereabouts.On2010() -> on2010();
      case Whereabouts.OnLater() -> tooNew("is newer than any server that Exchange 2007 knows of");
      case Whereabouts.Here() -> on2007();
      case Whereabouts.Elsewhere(Known<Site> _) -> on2007();
    };
  }

  private AutodiscoverFacts on2010() {
    if (!supposition.holds(first.version(), version -> version.servicePack() >= 2)) {
      return tooNew("is an Exchange 2010 server, and " + first.name() + " is older than 2007 SP2");
    }
    Address address = addresses.of2010(mailbox, request.from(), supposition);
    trail.restsOn(
        "the mailbox is on an Exchange 2010 server, and "
            + switch (address) {
              case Address.None() -> "no 2010 Client Access server has an address";
              case Address.OfTheSite(Target target, _) ->
                  target.server() + " is at " + target.url();
              case Address.OfAnotherSite(Target target, _) ->
                  target.server() + " of another site is at " + target.url();
            },
        version(mailbox),
        version(first));
    return new AutodiscoverFacts(new WhereMailbox.OnNewer(), asked, address, FIXED);
  }

  private AutodiscoverFacts tooNew(String why) {
    trail.restsOn(mailbox.name() + " " + why, version(mailbox));
    return settled(new WhereMailbox.OnTooNew());
  }

  private AutodiscoverFacts on2007() {
    WhereMailbox where = new WhereMailbox.On2007(first.name());
    trail.restsOn(
        first.name()
            + " answers for "
            + mailbox.name()
            + mailbox.site().map(site -> " in " + site).orElse(""),
        at(mailbox.path(), mailbox.name() + " is an Exchange 2007 server"));
    return switch (asked) {
      case Asked.Outlook() -> settled(where);
      case Asked.Devices() -> forDevices(where);
    };
  }

  private AutodiscoverFacts forDevices(WhereMailbox where) {
    Optional<Site> site = mailbox.site();
    return site.isPresent() ? forDevices(where, site.get()) : somewhere(where);
  }

  private AutodiscoverFacts forDevices(WhereMailbox where, Site site) {
    if (addresses.ofDevices(site, supposition) instanceof Address.OfTheSite own) {
      trail.restsOn(published(own.target()), at(own.at(), published(own.target())));
      return new AutodiscoverFacts(where, asked, own, FIXED);
    }
    String none = "no server of " + site + " has an ActiveSync ExternalURL";
    if (!isFixed()) {
      List<Evidence> evidence = new ArrayList<>(List.of(addresses.unpublished(site)));
      evidence.add(version(first));
      trail.restsOn(none + ", and " + first.name() + " is older than SP1 with rollup 4", evidence);
      return new AutodiscoverFacts(where, asked, NONE, new Release.BeforeTheFix());
    }
    Address elsewhere = addresses.ofDevicesElsewhere(site, supposition);
    if (elsewhere instanceof Address.OfAnotherSite(Target target, Path at)) {
      trail.passes(Clause.D_5A, none, addresses.unpublished(site));
      trail.restsOn(published(target), at(at, published(target)));
    } else {
      trail.restsOn(none + ", and no other site is named", addresses.unpublished(site));
    }
    return new AutodiscoverFacts(where, asked, elsewhere, FIXED);
  }

  /// Where the mailbox's site is unsaid, it may publish ActiveSync or not.
  private AutodiscoverFacts somewhere(WhereMailbox where) {
    boolean published =
        supposition.suppose(
            "the mailbox's site publishes ActiveSync",
            List.of(mailbox.path()),
            List.of(true, false));
    trail.restsOn(
        "the site of " + mailbox.name() + " is unsaid", at(mailbox.path(), "the site is unsaid"));
    return new AutodiscoverFacts(
        where,
        asked,
        published
            ? new Address.OfTheSite(
                new Target(first.name(), AutodiscoverAddresses.UNSAID), mailbox.path())
            : NONE,
        FIXED);
  }

  private static String published(Target target) {
    return target.server() + " publishes " + target.url();
  }

  private boolean isFixed() {
    return switch (first.version()) {
      case Known.Value<Version>(Version version) ->
          version.servicePack() > 1
              || (version.servicePack() == 1
                  && supposition.holds(
                      first.get(Vocabulary.ROLLUP), rollup -> rollup >= CORRECTING_ROLLUP));
      case Known.Absent<Version>() -> true;
      case Known.Unsaid<Version>(Path what) -> supposition.either(what);
    };
  }

  private AutodiscoverFacts settled(WhereMailbox where) {
    return new AutodiscoverFacts(where, asked, NONE, FIXED);
  }

  private static Evidence version(Server server) {
    return at(
        server.path().key(Vocabulary.VERSION.name()),
        server.name()
            + " runs "
            + server.version().toOptional().map(Version::title).orElse("an unsaid version"));
  }
}
