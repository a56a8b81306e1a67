package io.casguard.topology;

import java.util.Optional;

/// What people expect to happen to those who come a certain way. What is left out is not asked: of
/// the way, that every such way is meant; of what is expected, that anything will do.
///
/// @param name what it is called, unique in its organization
/// @param protocol how they come
/// @param entry the door: a server or a published name
/// @param from where they are
/// @param mailbox whose mailboxes: those at a server, or of a population
/// @param outcome the outcome's word
/// @param reached the word for whether they get to their mailboxes
/// @param server the server that the outcome names, or one of those it could have named
/// @param url the address that the outcome names
/// @param reason why they do not get there, a word for machines
/// @param clause the clause that decides
public record PathAssertion(
    String name,
    Protocol protocol,
    Optional<String> entry,
    Optional<Network> from,
    Optional<String> mailbox,
    Optional<String> outcome,
    Optional<String> reached,
    Optional<String> server,
    Optional<Url> url,
    Optional<String> reason,
    Optional<String> clause) {
  private static final Path ALL = Path.SPEC.key("assertions");

  /// Where it is stated, `spec.assertions[leeds is proxied]`: a key of the organization's source
  /// map.
  public Path path() {
    return ALL.item(name);
  }
}
