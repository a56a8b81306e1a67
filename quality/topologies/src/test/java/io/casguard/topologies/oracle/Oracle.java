package io.casguard.topologies.oracle;

import io.casguard.accesspaths.Door;
import io.casguard.accesspaths.Mailbox;
import io.casguard.accesspaths.Request;
import io.casguard.guidelines.Edit;
import io.casguard.guidelines.Edits;
import io.casguard.topology.Organization;
import io.casguard.topology.Population;
import io.casguard.topology.Role;
import io.casguard.topology.Server;
import io.casguard.topology.Site;
import io.casguard.topology.Topology;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Decides one request from the specification, section 2, procedure by procedure.
///
/// It shares nothing with the simulator but the words of a request. A value that it needs and that
/// is unsaid it fills in in every way; where the answers differ nobody can know.
final class Oracle {
  /// More unsaid values than these one after another are left alone.
  private static final int UNSAID_AT_MOST = 4;

  private Oracle() {}

  static Verdict decide(Organization organization, Request request) {
    return decide(organization, request, EnumSet.noneOf(KnownDisagreement.class));
  }

  /// The same, read as the simulator reads it where the two are known to differ.
  static Verdict decide(
      Organization organization, Request request, Set<KnownDisagreement> asTheSimulator) {
    return decide(organization, request, asTheSimulator, 0);
  }

  private static Verdict decide(
      Organization organization,
      Request request,
      Set<KnownDisagreement> asTheSimulator,
      int filledIn) {
    try {
      return new Arrival(organization, new HashSet<>(), asTheSimulator).decide(request);
    } catch (Arrival.LeftOpen question) {
      return question.verdict;
    } catch (NotSaid missing) {
      if (filledIn == UNSAID_AT_MOST) {
        return Verdict.open("more than " + UNSAID_AT_MOST + " unsaid values");
      }
      Set<Verdict> answers = new HashSet<>();
      for (Edit way : missing.ways) {
        Topology filled = Edits.apply(organization.topology(), List.of(way));
        Organization said = Organization.of(filled);
        Verdict answer =
            decide(said, possible(said, request).orElseThrow(), asTheSimulator, filledIn + 1);
        if (answer.isOpen()) {
          return answer;
        }
        answers.add(answer);
      }
      if (answers.size() == 1) {
        return answers.iterator().next();
      }
      Set<Verdict> outcomes = new HashSet<>();
      answers.forEach(answer -> outcomes.add(answer.anyWhy()));
      return outcomes.size() == 1 ? outcomes.iterator().next() : Verdict.undetermined();
    }
  }

  /// The same request in another state of the organization; empty where somebody is gone.
  static Optional<Request> possible(Organization organization, Request request) {
    Optional<Door> entry = request.entry().flatMap(door -> Door.named(organization, door.name()));
    Optional<Mailbox> mailbox =
        switch (request.mailbox()) {
          case Mailbox.At(Server server) ->
              organization.serverNamed(server.name()).map(Mailbox.At::new);
          case Mailbox.Of(Population people) ->
              organization.populationNamed(people.name()).map(Mailbox.Of::new);
        };
    Optional<Site> site =
        request.clientSite().flatMap(client -> organization.siteNamed(client.name()));
    boolean somebodyIsGone =
        entry.isEmpty() != request.entry().isEmpty()
            || mailbox
                .flatMap(Mailbox::server)
                .filter(it -> Arrival.has(it, Role.MAILBOX) || Arrival.isLegacy(it))
                .isEmpty()
            || site.isEmpty() != request.clientSite().isEmpty();
    return somebodyIsGone
        ? Optional.empty()
        : Optional.of(new Request(entry, mailbox.orElseThrow(), site, request.way()));
  }
}
