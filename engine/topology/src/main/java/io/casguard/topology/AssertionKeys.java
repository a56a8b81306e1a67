package io.casguard.topology;

import static io.casguard.topology.Type.Parts.Form.LIST;

import io.casguard.topology.Type.Parts;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;

/// The table of keys of `kind: PathAssertions`, as [Vocabulary] is that of a topology.
public final class AssertionKeys {
  /// The words of outcomes, which the simulator gives.
  public static final List<String> OUTCOMES =
      List.of(
          "LOCAL",
          "PROXY",
          "LEGACY_PROXY",
          "REDIRECT_LINK",
          "REDIRECT_SILENT",
          "REDIRECT_451",
          "REDIRECT_302",
          "DIRECT_RPC",
          "PUBLIC_FOLDER_LOOKUP",
          "BLOCKED",
          "FAIL",
          "UNDETERMINED");

  /// The words for whether somebody gets to the mailbox, which the simulator gives.
  public static final List<String> REACHED_WORDS = List.of("yes", "own-action", "no");

  // spotless:off
  private static final Shape.Draft assertion = Shape.draft("assertion");
  public static final Key<String> NAME =
      assertion.identity("name", Types.TEXT, "What the assertion is called in reports.");
  public static final Key<Protocol> PROTOCOL =
      assertion.required("protocol", Types.PROTOCOL, "How they come.");
  public static final Key<String> ENTRY =
      assertion.key("entry", Types.TEXT, "The door: a published name or a server. Left out, every door is meant.");
  public static final Key<Network> FROM =
      assertion.key("from", Types.word("network", Network.class), "Where they are. Left out, both are meant.");
  public static final Key<String> MAILBOX =
      assertion.key("mailbox", Types.TEXT, "Whose mailboxes: those at a server, or of a population. Left out, everybody's.");
  public static final Key<String> OUTCOME =
      assertion.key("outcome", Types.words("outcome", OUTCOMES), "The outcome.");
  public static final Key<String> REACHED =
      assertion.key("reached", Types.words("word for being reached", REACHED_WORDS), "Whether they get to their mailboxes.");
  public static final Key<String> SERVER =
      assertion.key("server", Types.TEXT, "The server that the outcome names; where it is one of several equals, any of them.");
  public static final Key<Url> ADDRESS =
      assertion.key("url", Types.URL, "The address that the outcome names.");
  public static final Key<String> REASON =
      assertion.key("reason", Types.TEXT, "Why they do not get there, as reports print it: `no_fit_server`.");
  public static final Key<String> CLAUSE =
      assertion.key("clause", Types.TEXT, "The clause that decides: `O-9h`.");

  /// What can be expected; an assertion has one of these at least.
  public static final List<Key<?>> EXPECTATIONS =
      List.of(OUTCOME, REACHED, SERVER, ADDRESS, REASON, CLAUSE);

  /// What is expected to happen to those who come one way.
  public static final Shape ASSERTION = assertion.done();

  private static final Shape.Draft spec = Shape.draft("assertions");
  public static final Key<SortedMap<String, Entity>> ASSERTIONS =
      spec.key("assertions", new Parts(ASSERTION, LIST), "The assertions, each with a name of its own.");

  /// Everything below `spec`.
  public static final Shape SPEC = spec.done();

  // spotless:on

  private AssertionKeys() {}

  /// Every shape of the kind, from the outermost in.
  public static Stream<Shape> shapes() {
    return Stream.of(SPEC, ASSERTION);
  }
}
