package io.casguard.guidelines;

import io.casguard.topology.Holds;
import io.casguard.topology.Known;
import io.casguard.topology.Organization;
import io.casguard.topology.Place;
import io.casguard.topology.Protocol;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/// Whom a violation hits, told from its place alone.
public enum Hits {
  /// The people whose mailboxes are in the site of the place.
  MAILBOXES_OF_THE_SITE("the people whose mailboxes are in the site"),
  /// The people whose mailboxes are in other sites, who enter at a server of this one.
  MAILBOXES_OF_OTHER_SITES("the people of other sites who enter at the server"),
  /// The people who sit in the site of the place, wherever their mailboxes are.
  CLIENTS_IN_THE_SITE("the people who sit in the site"),
  /// The people whose mailboxes are at the server of the place.
  MAILBOXES_OF_THE_SERVER("the people whose mailboxes are at the server"),
  /// The people whose mailboxes are at Exchange 2000 and 2003 servers, wherever those are.
  LEGACY_MAILBOXES("the people whose mailboxes are at Exchange 2003 servers"),
  /// Everybody who enters at the server, wherever the mailbox is.
  EVERYBODY("everybody who enters at the server");

  private final String words;

  Hits(String words) {
    this.words = words;
  }

  /// In words, for the documents.
  public String words() {
    return words;
  }

  /// How many people use each of these protocols; unsaid where the topology does not count them.
  Map<Protocol, Known<Integer>> count(
      Organization organization, Place place, Collection<Protocol> protocols) {
    Map<Protocol, Known<Integer>> users = new EnumMap<>(Protocol.class);
    protocols.forEach(protocol -> users.put(protocol, count(organization, place, protocol)));
    return users;
  }

  private Known<Integer> count(Organization organization, Place place, Protocol protocol) {
    return switch (this) {
      case EVERYBODY -> organization.users(protocol);
      case CLIENTS_IN_THE_SITE ->
          place
              .site()
              .map(site -> organization.usersIn(site, protocol))
              .orElseGet(() -> new Known.Unsaid<>(place.path()));
      case MAILBOXES_OF_THE_SERVER ->
          place
              .server()
              .map(server -> organization.usersAt(server, protocol))
              .orElseGet(() -> new Known.Unsaid<>(place.path()));
      case LEGACY_MAILBOXES ->
          organization.users(
              protocol,
              people ->
                  people
                      .mailboxServer()
                      .filter(server -> server.isLegacyBackEnd() == Holds.YES)
                      .isPresent());
      case MAILBOXES_OF_THE_SITE ->
          place
              .site()
              .map(site -> site.users(protocol))
              .orElseGet(() -> new Known.Unsaid<>(place.path()));
      case MAILBOXES_OF_OTHER_SITES -> organization.usersOutside(place.site(), protocol);
    };
  }
}
