package io.casguard.guidelines;

import static io.casguard.guidelines.Severity.ERROR;
import static io.casguard.guidelines.Source.Text.EV46;
import static io.casguard.guidelines.Source.Text.EWSRC;
import static io.casguard.topology.Vocabulary.INTERNET_FACING;
import static io.casguard.topology.Vocabulary.ROLES;
import static io.casguard.topology.Vocabulary.ROLLUP;
import static io.casguard.topology.Vocabulary.SITE_INTENT;
import static io.casguard.topology.Vocabulary.VERSION;

import io.casguard.topology.Key;
import io.casguard.topology.Known;
import io.casguard.topology.Organization;
import io.casguard.topology.Path;
import io.casguard.topology.Protocol;
import io.casguard.topology.Server;
import io.casguard.topology.Site;
import io.casguard.topology.Version;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A checker that finds Internet-facing servers that are older than those they proxy to.
final class InternetServerIsAsNewAsItsTargets implements Rule {
  private static final Guideline GUIDELINE =
      Guideline.numbered("CAP-304")
          .says(
              "A Client Access server of an Internet-facing site has no older service pack or update rollup than any that it proxies to.")
          .because(
              """
              The server that proxies must understand what the other one answers. Equal is fine, older is not: people of the newer site cannot log on.
              The Internet-facing servers are upgraded first, then the rest.
              """)
          .source(
              EV46, "the proxying server needs to run a version that is not older than the other's")
          .source(EWSRC, "ErrorNoDestinationCASDueToVersionMismatch")
          .example(
              "Seattle was upgraded first",
              """
              sites:
                seattle:
                  internetFacing: true
                  servers: {SEA-CAS1: {version: 2007 SP3, owa: {externalUrl: https://mail.example.com/owa}}}
                leeds:
                  internetFacing: false
                  servers: {LEE-CAS1: {version: 2007 SP2, owa: {windowsAuthentication: true, formsAuthentication: false}}}
              """)
          .example(
              "Equal, to the rollup",
              """
              sites:
                seattle:
                  internetFacing: true
                  servers: {SEA-CAS1: {version: 2007 SP3, rollup: 17, owa: {externalUrl: https://mail.example.com/owa}}}
                leeds:
                  internetFacing: false
                  servers: {LEE-CAS1: {version: 2007 SP3, rollup: 17, owa: {windowsAuthentication: true, formsAuthentication: false}}}
              """)
          .example(
              "A newer Mailbox server and one of 2010 are no targets; in one site nothing is proxied",
              """
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1: {version: 2007 SP1, owa: {externalUrl: https://mail.example.com/owa}}
                    SEA-CAS2: {version: 2007 SP2, owa: {externalUrl: https://mail.example.com/owa}}
                oporto:
                  internetFacing: false
                  servers:
                    OPO-CAS1: {version: 2007, owa: {}}
                    OPO-MBX1: {version: 2007 SP3, roles: [Mailbox]}
                    OPO-EX1: {version: 2010 SP3, roles: [ClientAccess, Mailbox]}
              """)
          .example(
              "Leeds was upgraded first",
              """
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1:
                      owa: {externalUrl: https://mail.example.com/owa}
                      version: 2007 SP2  # CAP-304
                leeds:
                  internetFacing: false
                  servers: {LEE-CAS1: {version: 2007 SP3, owa: {windowsAuthentication: true, formsAuthentication: false}}}
              """)
          .example(
              "OWA of Leeds is redirected, but Web Services are proxied to every site",
              """
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1:
                      owa: {externalUrl: https://mail.example.com/owa}
                      version: 2007 SP1  # CAP-304
                leeds:
                  internetFacing: true
                  servers: {LEE-CAS1: {version: 2007 SP3, owa: {externalUrl: https://leeds.example.com/owa}}}
              """)
          .example(
              "An update rollup behind",
              """
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1:
                      owa: {externalUrl: https://mail.example.com/owa}
                      version: 2007 SP3
                      rollup: 9  # CAP-304
                leeds:
                  internetFacing: false
                  servers: {LEE-CAS1: {version: 2007 SP3, rollup: 10, owa: {windowsAuthentication: true, formsAuthentication: false}}}
              """)
          .reads(VERSION, ROLLUP, ROLES, INTERNET_FACING, SITE_INTENT)
          .consequence(
              "OWA users of the newer site cannot log on here (event MSExchange OWA 46), and their Web Services requests end in a version mismatch.")
          .verify(
              "Get-ExchangeServer shows the service pack, the files' version the rollup; then open OWA here with a mailbox of the other site.")
          .hits(Hits.MAILBOXES_OF_OTHER_SITES, Protocol.OWA, Protocol.EWS);

  @Override
  public Guideline guideline() {
    return GUIDELINE;
  }

  @Override
  public Stream<Verdict> check(Organization organization) {
    ProxyTargets targets = ProxyTargets.of(organization);
    return Each.serverInSite(
        GUIDELINE, organization, (site, server) -> tell(site, server, targets));
  }

  private static Verdict tell(Site site, Server first, ProxyTargets targets) {
    return Each.atInternetSite(GUIDELINE, site, first, () -> facing(site, first, targets));
  }

  private static Verdict facing(Site site, Server first, ProxyTargets targets) {
    Optional<Server> newest = targets.newestBeside(site);
    Optional<Violation> older = newest.flatMap(target -> older(first, target));
    if (older.isPresent()) {
      return older.get().departs();
    }
    Optional<Path> open = targets.openBeside(site);
    if (open.isPresent()) {
      return GUIDELINE.notChecked(
          first, "not every server that " + first + " may proxy to is known", open.get());
    }
    return newest
        .map(target -> notOlder(first, target, targets.withoutRollupBeside(site)))
        .orElseGet(
            () -> GUIDELINE.notApplicable(first, () -> "no other site has a Client Access server"));
  }

  private static Optional<Violation> older(Server first, Server target) {
    Version own = ProxyTargets.version(first);
    Version other = ProxyTargets.version(target);
    int packs = own.compareServicePack(other);
    if (packs < 0) {
      return Optional.of(
          departs(
                  first,
                  target,
                  VERSION,
                  "runs " + own.title() + ", and " + target + " runs " + other.title())
              .remedy(Edit.set(first, VERSION, other)));
    }
    return packs == 0
            && first.get(ROLLUP) instanceof Known.Value<Integer>(Integer mine)
            && target.get(ROLLUP) instanceof Known.Value<Integer>(Integer theirs)
            && mine < theirs
        ? Optional.of(
            departs(
                    first,
                    target,
                    ROLLUP,
                    "has update rollup " + mine + ", and " + target + " has " + theirs)
                .remedy(Edit.set(first, ROLLUP, theirs)))
        : Optional.empty();
  }

  private static Verdict notOlder(Server first, Server newest, Optional<Server> withoutRollup) {
    Version own = ProxyTargets.version(first);
    if (own.compareServicePack(ProxyTargets.version(newest)) > 0) {
      return GUIDELINE.conforms(first);
    }
    List<Path> unsaid =
        Stream.concat(
                Stream.of(first).filter(server -> server.get(ROLLUP) instanceof Known.Unsaid<?>),
                withoutRollup.stream()
                    .filter(other -> own.compareServicePack(ProxyTargets.version(other)) == 0))
            .map(server -> server.path().key(ROLLUP.name()))
            .toList();
    return unsaid.isEmpty()
        ? GUIDELINE.conforms(first)
        : GUIDELINE.notChecked(
            first,
            first
                + " and "
                + newest
                + " have the same service pack; the update rollup is unsaid, and the shell cannot show it",
            unsaid);
  }

  private static Violation departs(Server first, Server target, Key<?> key, String message) {
    return GUIDELINE
        .violated(
            first.organization(),
            first,
            first.path().key(key.name()),
            ERROR,
            message
                + (ProxyTargets.isForOwa(target)
                    ? ", which it proxies to"
                    : ", which it proxies Web Services to"),
            ProxyTargets.isForOwa(target)
                ? new Protocol[] {Protocol.OWA, Protocol.EWS}
                : new Protocol[] {Protocol.EWS})
        .because(
            ProxyTargets.isForOwa(target)
                ? GUIDELINE.consequence()
                : "Web Services requests for the newer site that enter here end in a version mismatch.")
        .step(
            "Bring "
                + first
                + " to the level of "
                + target
                + " by Setup or by the update rollup: Internet-facing servers first, then the rest.");
  }
}
