package io.casguard.accesspaths;

import io.casguard.topology.Path;
import io.casguard.topology.Url;
import java.util.List;
import java.util.Optional;

/// What the first server answers to a request, in the words that documents, API and command line
/// share.
///
/// Servers are named, not held: outcomes of two revisions of one organization compare as equal
/// where they say the same.
public sealed interface Outcome {
  /// The first server reads the mailbox itself.
  ///
  /// @param server the first server
  record Local(String server) implements Outcome {}

  /// The first server hands the request to a Client Access server of the mailbox's site; the user
  /// notices nothing.
  ///
  /// @param server where the request ends up
  /// @param url the address it was sent to
  record Proxy(String server, Url url) implements Outcome {}

  /// The first server hands the request to the 2003 back end that holds the mailbox.
  ///
  /// @param server the back end
  /// @param url the address it was sent to; empty where the back end's full name is unsaid
  record LegacyProxy(String server, Optional<Url> url) implements Outcome {}

  /// The first server shows a page with a link to another address.
  ///
  /// @param server who publishes the address
  /// @param url the address
  record RedirectLink(String server, Url url) implements Outcome {}

  /// The first server sends the browser on without asking; Exchange 2010 SP2 and later only.
  ///
  /// @param server who publishes the address
  /// @param url the address
  record RedirectSilent(String server, Url url) implements Outcome {}

  /// The first server tells an ActiveSync device that another server is better (HTTP 451).
  ///
  /// @param server who publishes the address
  /// @param url the address
  record Redirect451(String server, Url url) implements Outcome {}

  /// The first server sends an Autodiscover client to another address (HTTP 302).
  ///
  /// @param server who publishes the address
  /// @param url the address
  record Redirect302(String server, Url url) implements Outcome {}

  /// The first server, or the client itself, opens the mailbox by RPC across sites.
  ///
  /// @param server the mailbox server
  record DirectRpc(String server) implements Outcome {}

  /// Free/busy is read from the public folder.
  record PublicFolderLookup() implements Outcome {}

  /// A setting forbids it on purpose.
  ///
  /// @param failure everything that is known of it
  record Blocked(Failure failure) implements Outcome {}

  /// The request fails.
  ///
  /// @param failure everything that is known of it
  record Fail(Failure failure) implements Outcome {}

  /// The topology does not say enough.
  ///
  /// @param unsaid the smallest set of values that would have to be stated
  record Undetermined(List<Path> unsaid) implements Outcome {
    public Undetermined {
      unsaid = List.copyOf(unsaid);
    }
  }

  /// The word in documents, API and command line: `REDIRECT_LINK`.
  default String word() {
    return switch (this) {
      case Local _ -> "LOCAL";
      case Proxy _ -> "PROXY";
      case LegacyProxy _ -> "LEGACY_PROXY";
      case RedirectLink _ -> "REDIRECT_LINK";
      case RedirectSilent _ -> "REDIRECT_SILENT";
      case Redirect451 _ -> "REDIRECT_451";
      case Redirect302 _ -> "REDIRECT_302";
      case DirectRpc _ -> "DIRECT_RPC";
      case PublicFolderLookup _ -> "PUBLIC_FOLDER_LOOKUP";
      case Blocked _ -> "BLOCKED";
      case Fail _ -> "FAIL";
      case Undetermined _ -> "UNDETERMINED";
    };
  }

  /// The server that the outcome names, where it names one.
  default Optional<String> namedServer() {
    return switch (this) {
      case Local(String server) -> Optional.of(server);
      case Proxy(String server, _) -> Optional.of(server);
      case LegacyProxy(String server, _) -> Optional.of(server);
      case RedirectLink(String server, _) -> Optional.of(server);
      case RedirectSilent(String server, _) -> Optional.of(server);
      case Redirect451(String server, _) -> Optional.of(server);
      case Redirect302(String server, _) -> Optional.of(server);
      case DirectRpc(String server) -> Optional.of(server);
      case Fail(Failure failure) -> failure.server();
      case PublicFolderLookup _, Blocked _, Undetermined _ -> Optional.empty();
    };
  }

  /// The address that the outcome names, where it names one; of a failure the one that was tried.
  default Optional<Url> namedUrl() {
    return switch (this) {
      case Proxy(_, Url url) -> Optional.of(url);
      case LegacyProxy(_, Optional<Url> url) -> url;
      case RedirectLink(_, Url url) -> Optional.of(url);
      case RedirectSilent(_, Url url) -> Optional.of(url);
      case Redirect451(_, Url url) -> Optional.of(url);
      case Redirect302(_, Url url) -> Optional.of(url);
      case Fail(Failure failure) -> failure.url();
      case Local _, DirectRpc _, PublicFolderLookup _, Blocked _, Undetermined _ ->
          Optional.empty();
    };
  }

  /// Whether the client is given another address to go to.
  default boolean sendsElsewhere() {
    return switch (this) {
      case RedirectLink _, Redirect451 _, Redirect302 _, RedirectSilent _ -> true;
      case Local _,
          Proxy _,
          LegacyProxy _,
          DirectRpc _,
          PublicFolderLookup _,
          Blocked _,
          Fail _,
          Undetermined _ ->
          false;
    };
  }

  /// Whether the user gets to the mailbox by this answer, presuming that an address it gives leads
  /// there. Empty where that is undetermined.
  default Optional<Reached> reached() {
    return switch (this) {
      case Local _,
          Proxy _,
          LegacyProxy _,
          DirectRpc _,
          RedirectSilent _,
          Redirect302 _,
          PublicFolderLookup _ ->
          Optional.of(Reached.YES);
      case RedirectLink _, Redirect451 _ -> Optional.of(Reached.OWN_ACTION);
      case Blocked _, Fail _ -> Optional.of(Reached.NO);
      case Undetermined _ -> Optional.empty();
    };
  }

  /// Why it is refused, a word for machines; only of `BLOCKED` and `FAIL`.
  default Optional<String> refusal() {
    return switch (this) {
      case Blocked(Failure failure) -> Optional.of(failure.reason());
      case Fail(Failure failure) -> Optional.of(failure.reason());
      case Local _,
          Proxy _,
          LegacyProxy _,
          RedirectLink _,
          RedirectSilent _,
          Redirect451 _,
          Redirect302 _,
          DirectRpc _,
          PublicFolderLookup _,
          Undetermined _ ->
          Optional.empty();
    };
  }
}
