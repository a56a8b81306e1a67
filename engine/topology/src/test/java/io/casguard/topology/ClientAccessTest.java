package io.casguard.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ClientAccessTest {
  @Test
  void serversOfWhichAllIsKnownStandApart() {
    // Given
    ClientAccess access =
        organization(
                Entity.named(Vocabulary.SPEC, ""),
                server("CAS1", Role.CLIENT_ACCESS),
                server("CAS2", Role.CLIENT_ACCESS).without(Vocabulary.OWA_DIRECTORIES),
                server("MBX1", Role.MAILBOX),
                server("BE1").with(Vocabulary.VERSION, new Version(6, 5, 7638, 2)))
            .clientAccess();
    // When // Then
    assertThat(access.servers()).extracting(Server::name).containsExactly("CAS1", "CAS2");
    assertThat(access.unclear()).isEmpty();
    assertThat(access.directories(Set.of(DirectoryKind.OWA, DirectoryKind.ACTIVE_SYNC)))
        .extracting(Directory::identity)
        .containsExactly(
            "CAS1\\Microsoft-Server-ActiveSync (Default Web Site)",
            "CAS1\\owa (Default Web Site)",
            "CAS2\\Microsoft-Server-ActiveSync (Default Web Site)");
  }

  @Test
  void aServerOfWhoseDirectoriesNothingIsSaidIsUnclear() {
    // Given
    Entity spec = Entity.named(Vocabulary.SPEC, "").with(Vocabulary.DEFAULTS, Defaults.NONE);
    Entity server =
        server("CAS1", Role.CLIENT_ACCESS).with(Vocabulary.VERSION, Version.EXCHANGE_2007_SP3);
    // When
    ClientAccess access = organization(spec, server).clientAccess();
    // Then
    assertThat(access.unclear()).extracting(Server::name).containsExactly("CAS1");
    assertThat(access.servers()).isEmpty();
  }

  private static Entity server(String name, Role... roles) {
    return Entity.named(Vocabulary.SERVER, name)
        .with(Vocabulary.ROLES, new TreeSet<>(Arrays.asList(roles)));
  }

  private static Organization organization(Entity spec, Entity... servers) {
    SortedMap<String, Entity> all = Entity.items();
    List.of(servers).forEach(server -> all.put(server.name(), server));
    return Organization.of(
        new Topology(
            "acme",
            spec.with(
                Vocabulary.SITES,
                "seattle",
                Entity.named(Vocabulary.SITE, "seattle").with(Vocabulary.SERVERS, all))));
  }
}
