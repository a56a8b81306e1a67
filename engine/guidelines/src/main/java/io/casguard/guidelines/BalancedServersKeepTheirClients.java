package io.casguard.guidelines;

import static io.casguard.guidelines.Severity.WARNING;
import static io.casguard.topology.Vocabulary.AFFINITY;
import static io.casguard.topology.Vocabulary.FAILOVER;
import static io.casguard.topology.Vocabulary.PUBLISHED_SERVERS;

import io.casguard.topology.Affinity;
import io.casguard.topology.Holds;
import io.casguard.topology.Known;
import io.casguard.topology.Organization;
import io.casguard.topology.Path;
import io.casguard.topology.Protocol;
import io.casguard.topology.PublishedName;
import io.casguard.topology.Server;
import io.casguard.topology.Site;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A checker that finds arrays that send a client to another server at every request.
final class BalancedServersKeepTheirClients implements Rule {
  private static final Guideline GUIDELINE =
      Guideline.numbered("CAP-333")
          .says("Where several servers stand behind one name, a client stays at one of them.")
          .because(
              """
              A session of OWA, and a subscription of Web Services, lives on the server that began it. Without affinity the next request arrives elsewhere and begins anew.
              """)
          .source(Source.Text.T763, "load balancing of Client Access servers needs affinity")
          .example(
              "Affinity by the client's address, and a name for one server",
              """
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1: {owa: {externalUrl: https://mail.example.com/owa}}
                    SEA-CAS2: {owa: {externalUrl: https://mail.example.com/owa}}
              publishing:
                mail.example.com: {from: [internet], servers: [SEA-CAS1, SEA-CAS2], affinity: ip}
                one.example.com: {from: [intranet], servers: [SEA-CAS1], affinity: none}
              """)
          .example(
              "Of two servers one stands by for failover",
              """
              sites:
                seattle: {internetFacing: true, servers: {SEA-CAS1: {owa: {externalUrl: https://mail.example.com/owa}}}}
                leeds: {internetFacing: false, servers: {LEE-CAS1: {owa: {windowsAuthentication: true, formsAuthentication: false}}}}
              publishing: {mail.example.com: {from: [internet], servers: [SEA-CAS1, LEE-CAS1], affinity: none, failover: true}}
              """)
          .example(
              "Round robin over two servers",
              """
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1: {owa: {externalUrl: https://mail.example.com/owa}}
                    SEA-CAS2: {owa: {externalUrl: https://mail.example.com/owa}}
              publishing:
                mail.example.com:
                  from: [internet]
                  servers: [SEA-CAS1, SEA-CAS2]
                  affinity: none  # CAP-333
              """)
          .reads(AFFINITY, PUBLISHED_SERVERS, FAILOVER)
          .consequence(
              "People are asked to log on again in the middle of their work, and sessions begin anew.")
          .verify(
              "In the IIS logs of the servers, the requests of one client address are at one server.")
          .hits(Hits.EVERYBODY, Protocol.OWA, Protocol.EWS);

  @Override
  public Guideline guideline() {
    return GUIDELINE;
  }

  @Override
  public Stream<Verdict> check(Organization organization) {
    return organization.publishedNames().stream().map(BalancedServersKeepTheirClients::tell);
  }

  private static Verdict tell(PublishedName name) {
    Holds kept = Holds.of(name.get(AFFINITY), affinity -> affinity != Affinity.NONE);
    if (kept == Holds.YES) {
      return GUIDELINE.conforms(name);
    }
    if (name.get(PUBLISHED_SERVERS) instanceof Known.Unsaid<?>(Path what)) {
      return GUIDELINE.notChecked(name, "the servers behind " + name + " are unsaid", what);
    }
    if (together(name) < 2) {
      return GUIDELINE.notApplicable(name, () -> "one server at a time stands behind " + name);
    }
    Path path = name.path().key(AFFINITY.name());
    return kept == Holds.UNSAID
        ? GUIDELINE.notChecked(
            name, "whether a client of " + name + " stays at one server is unsaid", path)
        : GUIDELINE
            .violated(
                name.organization(),
                name,
                path,
                WARNING,
                "spreads a client's requests over "
                    + String.join(", ", name.servers().stream().map(Server::name).toList()))
            .remedy(Edit.set(name, AFFINITY, Affinity.IP))
            .step(
                "Set affinity by the client's address at the load balancer of "
                    + name
                    + " (Network Load Balancing: Single).")
            .departs();
  }

  /// How many servers answer at one time: with failover those of one site.
  private static int together(PublishedName name) {
    List<Server> servers = name.servers();
    if (Holds.of(name.get(FAILOVER), on -> on) != Holds.YES || servers.isEmpty()) {
      return servers.size();
    }
    Map<Optional<Site>, Long> bySite =
        servers.stream().collect(Collectors.groupingBy(Server::site, Collectors.counting()));
    return Math.toIntExact(Collections.max(bySite.values()));
  }
}
