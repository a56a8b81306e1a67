package io.casguard.accesspaths;

import static io.casguard.accesspaths.TrailDraft.at;

import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Holds;
import io.casguard.topology.Known;
import io.casguard.topology.Organization;
import io.casguard.topology.Path;
import io.casguard.topology.Protocol;
import io.casguard.topology.PublishedName;
import io.casguard.topology.Server;
import io.casguard.topology.Site;
import io.casguard.topology.Url;
import io.casguard.topology.Version;
import io.casguard.topology.Version.Product;
import io.casguard.topology.Vocabulary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An Exchange 2010 Client Access server as the first server, for the mailboxes of older servers:
/// specification 2.11.
///
/// Only what that section has a row for is answered; the rest is outside the model, and is said to
/// be.
final class Coexistence implements AtServer {
  private final Protocol protocol;
  private final Assumptions assumptions;
  private final Proxying proxying;
  private final Firewalls firewalls;
  private final ActiveSyncFailures devices;
  private final List<PublishedName> to2003;
  private final Map<Site, SiteDirectories> sites = new HashMap<>();

  Coexistence(
      Protocol protocol,
      Organization organization,
      Assumptions assumptions,
      Proxying proxying,
      Firewalls firewalls) {
    this.protocol = protocol;
    this.assumptions = assumptions;
    this.proxying = proxying;
    this.firewalls = firewalls;
    this.devices = new ActiveSyncFailures(assumptions);
    this.to2003 =
        organization.publishedNames().stream()
            .filter(name -> name.passes(protocol))
            .filter(name -> name.servers().stream().anyMatch(CoexistenceGather::isLegacy))
            .toList();
  }

  /// Why no row says what becomes of a request at a 2010 server; empty where one does.
  Optional<String> outside(Server first, Request request) {
    String runs =
        first.name() + " runs " + first.version().toOptional().orElseThrow().title() + "; ";
    return switch (protocol) {
      case OWA, ACTIVE_SYNC, OUTLOOK_ANYWHERE ->
          request
              .mailbox()
              .server()
              .flatMap(mailbox -> outside(mailbox).or(() -> betterElsewhere(first, mailbox)))
              .map(why -> runs + why);
      case EWS, AVAILABILITY, AUTODISCOVER, OAB, UM, POP3, IMAP4, MAPI ->
          Optional.of(
              runs
                  + "for "
                  + protocol.title()
                  + " only Exchange 2007 Client Access servers are simulated as the first server");
    };
  }

  private Optional<String> outside(Server mailbox) {
    Optional<Product> product = mailbox.version().toOptional().map(Version::product);
    if (product.isEmpty()) {
      return Optional.empty();
    }
    boolean answered =
        switch (product.get()) {
          case EXCHANGE_2000, EXCHANGE_2003 -> protocol != Protocol.OUTLOOK_ANYWHERE;
          case EXCHANGE_2007 -> true;
          case EXCHANGE_2010, LATER -> false;
        };
    return answered
        ? Optional.empty()
        : Optional.of(
            "what it does for "
                + protocol.title()
                + " of mailboxes on Exchange "
                + product.get().year()
                + " is not simulated");
  }

  /// No row says what a device gets whose mailbox is in another site that has an ExternalURL.
  private Optional<String> betterElsewhere(Server first, Server mailbox) {
    boolean elsewhere =
        protocol == Protocol.ACTIVE_SYNC
            && first.site().isPresent()
            && Holds.of(mailbox.version(), Version::is2007) == Holds.YES
            && mailbox.site().filter(site -> !first.site().equals(Optional.of(site))).isPresent();
    return elsewhere
            && directoriesOf(mailbox.site().orElseThrow()).candidates().stream()
                .anyMatch(
                    candidate ->
                        candidate.unsaid().isEmpty()
                            && candidate.externalUrl() instanceof Known.Value<Url>)
        ? Optional.of(
            "what it answers devices with a mailbox in "
                + Wordings.siteOf(mailbox)
                + ", which has an ExternalURL, is not simulated")
        : Optional.empty();
  }

  @Override
  public Decision withoutMailbox() {
    return protocol == Protocol.OWA
        ? Decision.by(Clause.O_2, OwaFailures.NO_MAILBOX)
        : Decision.by(Clause.S_5, ActiveSyncFailures.NO_MAILBOX);
  }

  @Override
  public Ending answer(Server first, Server mailbox, Request request, Walk walk) {
    return protocol == Protocol.OUTLOOK_ANYWHERE
        ? rpc(first, mailbox, walk)
        : web(first, mailbox, request, walk);
  }

  private Ending rpc(Server first, Server mailbox, Walk walk) {
    boolean stopped = firewalls.stop(first.site(), mailbox);
    walk.trail()
        .restsOn(
            stopped
                ? "RPC does not pass from " + first.name() + " to " + mailbox.name()
                : first.name() + " opens RPC to " + mailbox.name() + ", whatever the sites",
            Wordings.place(mailbox),
            Wordings.place(first));
    return walk.trail()
        .end(
            CoexistenceTable.decide(
                new CoexistenceFacts.Outlook(mailbox.name(), Rpc.stopped(stopped)), devices));
  }

  private Ending web(Server first, Server mailbox, Request request, Walk walk) {
    CoexistenceGather gather =
        new CoexistenceGather(assumptions, this::directoriesOf, first, mailbox, walk);
    Optional<CoexistenceFacts.Where> where = gather.where();
    if (where.isEmpty()) {
      return unsaid(mailbox, walk.trail());
    }
    List<Path> unsaid =
        protocol == Protocol.ACTIVE_SYNC ? gather.addressesElsewhere(where.get()) : List.of();
    if (!unsaid.isEmpty()) {
      return walk.trail()
          .end(
              Decision.by(Clause.X_6, new Outcome.Undetermined(unsaid)),
              "whether " + Wordings.siteOf(mailbox) + " has an ExternalURL is unsaid",
              unsaid.stream().map(path -> at(path, "unsaid")).toArray(Evidence[]::new));
    }
    CoexistenceFacts facts =
        protocol == Protocol.OWA
            ? gather.browser(where.get(), to2003(request))
            : gather.device(where.get(), request.way().device());
    Decision decision = CoexistenceTable.decide(facts, devices);
    return switch (decision.outcome()) {
      case Outcome.Proxy _ -> proxied(decision, facts, first, mailbox, walk);
      case Outcome.LegacyProxy _ ->
          LegacyHop.activeSync(walk, first, mailbox).orElseGet(() -> walk.trail().end(decision));
      case Outcome.Local _,
          Outcome.RedirectLink _,
          Outcome.RedirectSilent _,
          Outcome.Redirect451 _,
          Outcome.Redirect302 _,
          Outcome.DirectRpc _,
          Outcome.PublicFolderLookup _,
          Outcome.Blocked _,
          Outcome.Fail _,
          Outcome.Undetermined _ ->
          walk.trail().end(decision);
    };
  }

  /// The names that lead to Exchange 2003 and that the client's network reaches, before the others.
  private List<PublishedName> to2003(Request request) {
    List<PublishedName> reached =
        to2003.stream().filter(name -> name.isOpenTo(request.from()) != Holds.NO).toList();
    return reached.isEmpty() ? to2003 : reached;
  }

  private Ending proxied(
      Decision decision, CoexistenceFacts facts, Server first, Server mailbox, Walk walk) {
    SiteServers servers =
        switch (facts) {
          case CoexistenceFacts.Browser browser -> browser.servers();
          case CoexistenceFacts.Device device -> device.servers();
          case CoexistenceFacts.Outlook _ -> new SiteServers.None();
        };
    walk.trail()
        .passes(
            decision.clause(),
            walk.trail().text(),
            walk.trail().because().toArray(Evidence[]::new));
    return proxying.proxied(
        protocol == Protocol.OWA
            ? OwaHops.FROM_2010
            : ActiveSyncHops.leg(devices, assumptions, decision.clause()),
        servers instanceof SiteServers.Fit(List<Target> fit) ? fit : List.of(),
        first,
        mailbox,
        walk);
  }

  private static Ending unsaid(Server mailbox, TrailDraft trail) {
    boolean version = !(mailbox.version() instanceof Known.Value<?>);
    Path what = version ? mailbox.path().key(Vocabulary.VERSION.name()) : mailbox.path();
    return trail.end(
        Decision.by(Clause.X_3, new Outcome.Undetermined(List.of(what))),
        (version ? "the version of " : "the site of ") + mailbox.name() + " is unsaid",
        at(what, "unsaid"));
  }

  private SiteDirectories directoriesOf(Site site) {
    DirectoryKind kind = protocol.directory().orElseThrow();
    return sites.computeIfAbsent(site, one -> SiteDirectories.of(one, kind));
  }
}
