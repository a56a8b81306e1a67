package io.casguard.guidelines;

import static io.casguard.guidelines.Severity.ERROR;
import static io.casguard.topology.Vocabulary.FAILOVER;
import static io.casguard.topology.Vocabulary.INTERNET_FACING;
import static io.casguard.topology.Vocabulary.PUBLISHED_SERVERS;

import io.casguard.topology.Holds;
import io.casguard.topology.Known;
import io.casguard.topology.Organization;
import io.casguard.topology.Path;
import io.casguard.topology.Protocol;
import io.casguard.topology.PublishedName;
import io.casguard.topology.Role;
import io.casguard.topology.Server;
import io.casguard.topology.Site;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A checker that finds published names behind which servers of two sites stand.
final class OneNameLeadsToOneSite implements Rule {
  private static final Guideline GUIDELINE =
      Guideline.numbered("CAP-332")
          .says("The Client Access servers behind one published name are of one site.")
          .because(
              """
              A Client Access server serves the mailboxes of its own site and proxies or redirects the rest. Behind one name, chance would decide which it is, and a session that moves to the other site is lost. Servers of another site that stand by for failover are no part of the array.
              """)
          .source(
              Source.Text.T763,
              "load balancing spreads over Client Access servers of one Active Directory site")
          .example(
              "Two servers of one site",
              """
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1: {owa: {externalUrl: https://mail.example.com/owa}}
                    SEA-CAS2: {owa: {externalUrl: https://mail.example.com/owa}}
              publishing: {mail.example.com: {from: [internet], servers: [SEA-CAS1, SEA-CAS2], affinity: ip}}
              """)
          .example(
              "The second site stands by for failover",
              """
              sites:
                seattle: {internetFacing: true, servers: {SEA-CAS1: {owa: {externalUrl: https://mail.example.com/owa}}}}
                leeds: {internetFacing: false, servers: {LEE-CAS1: {owa: {windowsAuthentication: true, formsAuthentication: false}}}}
              publishing: {mail.example.com: {from: [internet], servers: [SEA-CAS1, LEE-CAS1], failover: true}}
              """)
          .example(
              "Servers of two sites behind one name",
              """
              sites:
                seattle: {internetFacing: true, servers: {SEA-CAS1: {owa: {externalUrl: https://mail.example.com/owa}}}}
                leeds: {internetFacing: false, servers: {LEE-CAS1: {owa: {windowsAuthentication: true, formsAuthentication: false}}}}
              publishing:
                mail.example.com:
                  from: [internet]
                  servers: [SEA-CAS1, LEE-CAS1]  # CAP-332
                  affinity: ip
              """)
          .reads(PUBLISHED_SERVERS, FAILOVER, INTERNET_FACING)
          .consequence(
              "Which server answers is left to chance: some people are proxied or sent on who need not be, and sessions break. It is not supported.")
          .verify("Resolve the name: its addresses, or the array behind it, are of one site.")
          .hits(Hits.EVERYBODY, Protocol.OWA, Protocol.ACTIVE_SYNC, Protocol.EWS);

  @Override
  public Guideline guideline() {
    return GUIDELINE;
  }

  @Override
  public Stream<Verdict> check(Organization organization) {
    return organization.publishedNames().stream().map(OneNameLeadsToOneSite::tell);
  }

  private static Verdict tell(PublishedName name) {
    if (name.get(PUBLISHED_SERVERS) instanceof Known.Unsaid<?>(Path what)) {
      return GUIDELINE.notChecked(name, "the servers behind " + name + " are unsaid", what);
    }
    List<Server> servers =
        name.servers().stream()
            .filter(server -> server.is(Role.CLIENT_ACCESS) == Holds.YES)
            .toList();
    List<Site> sites = servers.stream().flatMap(it -> it.site().stream()).distinct().toList();
    boolean failover = Holds.of(name.get(FAILOVER), on -> on) == Holds.YES;
    if (sites.size() > 1) {
      return failover
          ? GUIDELINE.notApplicable(name, () -> "servers of other sites stand by for failover")
          : departs(name, sites).departs();
    }
    List<Path> unsaid =
        name.servers().stream()
            .filter(server -> server.is(Role.CLIENT_ACCESS) != Holds.NO)
            .filter(
                server ->
                    server.is(Role.CLIENT_ACCESS) == Holds.UNSAID
                        || server.location() instanceof Known.Unsaid<?>)
            .map(Server::path)
            .toList();
    return unsaid.isEmpty() || name.servers().size() < 2
        ? GUIDELINE.conforms(name)
        : GUIDELINE.notChecked(
            name, "the site or the role of a server behind " + name + " is unsaid", unsaid);
  }

  private static Violation departs(PublishedName name, List<Site> sites) {
    Site kept =
        sites.stream()
            .filter(site -> site.facing().isStatedYes())
            .findFirst()
            .orElseGet(sites::getFirst);
    TreeSet<String> servers =
        name.servers().stream()
            .filter(server -> server.site().equals(Optional.of(kept)))
            .map(Server::name)
            .collect(Collectors.toCollection(TreeSet::new));
    return GUIDELINE
        .violated(
            name.organization(),
            name,
            name.path().key(PUBLISHED_SERVERS.name()),
            ERROR,
            "leads to Client Access servers of "
                + String.join(" and ", sites.stream().map(Site::name).toList()))
        .remedy(Edit.set(name, PUBLISHED_SERVERS, servers))
        .step(
            "Let "
                + name
                + " lead to "
                + kept
                + " alone, and publish each other site under a name of its own where it shall be reached; or state failover: true where it only stands by.");
  }
}
