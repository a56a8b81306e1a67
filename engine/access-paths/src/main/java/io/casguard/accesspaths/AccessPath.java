package io.casguard.accesspaths;

import io.casguard.topology.Known;
import io.casguard.topology.Path;
import io.casguard.topology.Url;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What happens to a request: an outcome, and the trail of clauses and evidence that leads to it.
///
/// @param request what was asked
/// @param outcome the first server's answer
/// @param reached whether the user gets to the mailbox; empty where that is undetermined
/// @param reason a word for machines where the user does not get there, `redirect_loop`
/// @param oneOf the servers that one was chosen from, by name; empty where there was no choice
/// @param users how many people this is
/// @param trail why
/// @param remarks what else an administrator should know
public record AccessPath(
    Request request,
    Outcome outcome,
    Optional<Reached> reached,
    Optional<String> reason,
    List<String> oneOf,
    Known<Integer> users,
    Trail trail,
    List<String> remarks)
    implements Simulation {
  public AccessPath {
    oneOf = List.copyOf(oneOf);
    remarks = List.copyOf(remarks);
  }

  /// The same path as what happens to one user class, of which only so many people are.
  AccessPath of(UserClass userClass) {
    if (userClass.contradiction().isEmpty() && userClass.users().equals(users)) {
      return this;
    }
    List<String> all = new ArrayList<>(remarks);
    userClass.contradiction().ifPresent(all::add);
    return new AccessPath(request, outcome, reached, reason, oneOf, userClass.users(), trail, all);
  }

  /// The server that the outcome names.
  public Optional<String> server() {
    return outcome.namedServer();
  }

  /// The address that the outcome names; of a failure the one that was tried.
  public Optional<Url> url() {
    return outcome.namedUrl();
  }

  /// The HTTP status of a refusal.
  public Optional<Integer> status() {
    return failure().flatMap(Failure::status);
  }

  /// What a server writes into its event log at a failure.
  public Optional<Failure.Event> event() {
    return failure().flatMap(Failure::event);
  }

  /// The response code of Exchange Web Services at a failure.
  public Optional<String> code() {
    return failure().flatMap(Failure::code);
  }

  /// What the user reads at a failure.
  public Optional<String> userText() {
    return failure().flatMap(Failure::userText);
  }

  /// The smallest set of values that would have to be stated; empty where the outcome is
  /// determined.
  public List<Path> undetermined() {
    return outcome instanceof Outcome.Undetermined(List<Path> unsaid) ? unsaid : List.of();
  }

  private Optional<Failure> failure() {
    return switch (outcome) {
      case Outcome.Fail(Failure failure) -> Optional.of(failure);
      case Outcome.Blocked(Failure failure) -> Optional.of(failure);
      case Outcome.Local _,
          Outcome.Proxy _,
          Outcome.LegacyProxy _,
          Outcome.RedirectLink _,
          Outcome.RedirectSilent _,
          Outcome.Redirect451 _,
          Outcome.Redirect302 _,
          Outcome.DirectRpc _,
          Outcome.PublicFolderLookup _,
          Outcome.Undetermined _ ->
          Optional.empty();
    };
  }
}
