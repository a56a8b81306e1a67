package io.casguard.accesspaths;

import io.casguard.topology.Organization;
import io.casguard.topology.Protocol;
import io.casguard.topology.SiteDistances;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Says what happens to requests in one organization. What it looks up about the organization it
/// looks up once.
public final class Simulator {
  private final Map<Protocol, Procedure> procedures = new EnumMap<>(Protocol.class);
  private final Function<Protocol, Coexistence> coexistence;

  private Simulator(Organization organization, Assumptions assumptions) {
    Names names = new Names(organization);
    Proxying proxying = new Proxying(organization, assumptions, names);
    Firewalls firewalls = new Firewalls(organization);
    this.coexistence =
        protocol -> new Coexistence(protocol, organization, assumptions, proxying, firewalls);
    SiteDistances distances = new SiteDistances(organization);
    DistributionPoints points = new DistributionPoints(organization, distances);
    WebServiceSites webServices = new WebServiceSites();
    // A further protocol is one more line here, with its procedure, facts and table in files of
    // their own.
    put(Protocol.OWA, names, new OwaProcedure(assumptions, proxying));
    put(Protocol.ACTIVE_SYNC, names, new ActiveSyncProcedure(assumptions, proxying));
    put(Protocol.EWS, names, new EwsProcedure(names, proxying, webServices));
    put(
        Protocol.AVAILABILITY,
        names,
        new AvailabilityProcedure(organization, proxying, webServices));
    put(
        Protocol.AUTODISCOVER,
        names,
        new AutodiscoverProcedure(organization, assumptions, names, distances, points));
    put(Protocol.OAB, names, new OabProcedure(assumptions, points));
    put(Protocol.UM, names, new UmProcedure(organization, assumptions));
    put(Protocol.OUTLOOK_ANYWHERE, names, new OutlookAnywhereProcedure(firewalls));
    put(Protocol.POP3, names, new MailProcedure(Protocol.POP3, assumptions, firewalls));
    put(Protocol.IMAP4, names, new MailProcedure(Protocol.IMAP4, assumptions, firewalls));
    procedures.put(Protocol.MAPI, new MapiProcedure(assumptions, firewalls));
  }

  private void put(Protocol protocol, Names names, AtServer atServer) {
    procedures.put(protocol, new Reception(names, atServer, coexistence.apply(protocol))::receive);
  }

  /// The simulator of an organization.
  public static Simulator of(Organization organization) {
    return new Simulator(organization, Assumptions.DEFAULT);
  }

  /// The simulator of an organization, with other answers to the open questions.
  public static Simulator of(Organization organization, Assumptions assumptions) {
    return new Simulator(organization, assumptions);
  }

  /// What happens to one request, presuming that it has arrived at its entry.
  public static Simulation simulate(Organization organization, Request request) {
    return of(organization).simulate(request);
  }

  /// What happens to a request, presuming that it has arrived at its entry.
  public Simulation simulate(Request request) {
    return Optional.ofNullable(procedures.get(request.protocol()))
        .map(procedure -> procedure.simulate(request))
        .orElseGet(() -> new Simulation.UnsupportedProtocol(request.protocol()));
  }

  /// The protocols that have a procedure, in the order of the words.
  public Set<Protocol> protocols() {
    return Collections.unmodifiableSet(procedures.keySet());
  }
}
