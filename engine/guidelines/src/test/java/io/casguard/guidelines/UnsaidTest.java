package io.casguard.guidelines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.casguard.topology.Defaults;
import io.casguard.topology.Directory;
import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Entity;
import io.casguard.topology.Key;
import io.casguard.topology.Known;
import io.casguard.topology.Organization;
import io.casguard.topology.Part;
import io.casguard.topology.Place;
import io.casguard.topology.Role;
import io.casguard.topology.Server;
import io.casguard.topology.Shape;
import io.casguard.topology.Site;
import io.casguard.topology.Topology;
import io.casguard.topology.Type;
import io.casguard.topology.Url;
import io.casguard.topology.Version;
import io.casguard.topology.Vocabulary;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// What is left out is never a pass: a place conforms only where no value of what is unsaid would
/// break the guideline.
class UnsaidTest {
  private record Statement(Place place, Key<?> key) {}

  /// The parts of a server that Setup leaves something in, without the certificate, which
  /// guidelines judge only where it is stated.
  private static final List<Key<Entity>> PARTS =
      List.of(
          Vocabulary.OUTLOOK_ANYWHERE_KEY,
          Vocabulary.POP3,
          Vocabulary.IMAP4,
          Vocabulary.SETTINGS_KEY);

  @TestFactory
  Stream<DynamicTest> whatSetupLeavesCountsLikeWhatIsStated() {
    return CatalogTest.examples(
        (_, example) -> {
          // Given
          Topology sparse = Spec.of(example.spec()).topology();
          // When
          Topology stated = stated(sparse);
          // Then
          assertThat(broken(stated)).isEqualTo(broken(sparse));
        });
  }

  @TestFactory
  Stream<DynamicTest> aPlaceConformsOnlyWhereNoValueOfWhatIsUnsaidBreaksTheGuideline() {
    return CatalogTest.examples(
        (guideline, example) -> {
          // Given
          Topology stated = stated(Spec.of(example.spec()).topology());
          for (Statement statement : statements(stated)) {
            // When
            Set<String> passes =
                passes(Edits.unsaying(stated, statement.place(), statement.key()), guideline);
            // Then
            for (Known<?> value : values(statement.key(), stated)) {
              Topology other =
                  Edits.apply(stated, List.of(new Edit(statement.place(), statement.key(), value)));
              Set<String> wrong = departures(other, guideline);
              wrong.retainAll(passes);
              assertThat(wrong)
                  .as(statement + " unsaid must not pass, since " + value + " departs")
                  .isEmpty();
            }
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> noGuidelineThrowsWhereNearlyNothingIsSaid() {
    return CatalogTest.examples(
        (_, example) -> {
          // Given
          Topology spec = Spec.of(example.spec()).topology();
          Topology bare =
              new Topology(
                  spec.organization(), spec.spec().with(Vocabulary.DEFAULTS, Defaults.NONE));
          // Then
          assertThatCode(() -> Catalog.check(Organization.of(bare))).doesNotThrowAnyException();
          for (Statement statement : statements(bare)) {
            Topology less = Edits.unsaying(bare, statement.place(), statement.key());
            assertThatCode(() -> Catalog.check(Organization.of(less))).doesNotThrowAnyException();
          }
        });
  }

  /// Everything that Setup leaves, written down.
  private static Topology stated(Topology topology) {
    Organization organization = Organization.of(topology);
    List<Edit> edits = new ArrayList<>();
    for (Server server : organization.servers()) {
      add(edits, server, Vocabulary.VERSION, server.version());
      add(edits, server, Vocabulary.ROLES, server.roles());
      add(edits, server, Vocabulary.FQDN, server.fqdn());
      add(edits, server, Vocabulary.STANDBY, server.get(Vocabulary.STANDBY));
      add(
          edits,
          server,
          Vocabulary.PUBLIC_FOLDERS_ONLY,
          server.get(Vocabulary.PUBLIC_FOLDERS_ONLY));
      for (Key<Entity> part : PARTS) {
        Part of = Part.of(server, part);
        for (Key<?> key : shape(part).keys()) {
          add(edits, of, key, of.get(key));
        }
      }
      for (DirectoryKind kind : DirectoryKind.values()) {
        server.directories(kind).toOptional().orElse(List.of()).forEach(it -> add(edits, it));
      }
    }
    Topology full = Edits.apply(topology, edits);
    return new Topology(full.organization(), full.spec().with(Vocabulary.DEFAULTS, Defaults.NONE));
  }

  private static void add(List<Edit> edits, Directory directory) {
    for (Key<?> key : shape(directory).keys()) {
      if (!key.equals(Vocabulary.NAME) && !key.equals(Vocabulary.PROXY_SUBDIRECTORY_KEY)) {
        add(edits, directory, key, directory.get(key));
      }
    }
    if (directory.kind() == DirectoryKind.ACTIVE_SYNC
        && directory.get(Vocabulary.PROXY_SUBDIRECTORY_KEY, Vocabulary.PRESENT)
            instanceof Known.Value<Boolean>(Boolean present)
        && directory.get(Vocabulary.PROXY_SUBDIRECTORY_KEY, Vocabulary.PROXY_WINDOWS_AUTHENTICATION)
            instanceof Known.Value<Boolean>(Boolean integrated)) {
      edits.add(
          Edit.set(
              directory,
              Vocabulary.PROXY_SUBDIRECTORY_KEY,
              Entity.named(Vocabulary.PROXY_SUBDIRECTORY, "")
                  .with(Vocabulary.PRESENT, present)
                  .with(Vocabulary.PROXY_WINDOWS_AUTHENTICATION, integrated)));
    }
  }

  private static Shape shape(Key<Entity> part) {
    return ((Type.Part) part.type()).shape();
  }

  private static Shape shape(Directory directory) {
    return ((Type.Parts) Vocabulary.directoriesOf(directory.kind()).type()).shape();
  }

  private static void add(List<Edit> edits, Place place, Key<?> key, Known<?> known) {
    if (!(known instanceof Known.Unsaid<?>)) {
      edits.add(new Edit(place, key, known));
    }
  }

  /// The statements that can be left out one by one.
  private static List<Statement> statements(Topology topology) {
    List<Statement> statements = new ArrayList<>();
    Organization organization = Organization.of(topology);
    for (Site site : organization.sites()) {
      statements.add(new Statement(site, Vocabulary.INTERNET_FACING));
    }
    for (Server server : organization.servers()) {
      for (Key<?> key : List.of(Vocabulary.VERSION, Vocabulary.ROLES)) {
        statements.add(new Statement(server, key));
      }
      for (Key<Entity> part : PARTS) {
        Part of = Part.of(server, part);
        for (Key<?> key : shape(part).keys()) {
          if (!(of.get(key) instanceof Known.Unsaid<?>)) {
            statements.add(new Statement(of, key));
          }
        }
      }
      for (DirectoryKind kind : DirectoryKind.values()) {
        for (Directory directory : server.directories(kind).toOptional().orElse(List.of())) {
          for (Key<?> key : shape(directory).keys()) {
            if (!key.equals(Vocabulary.NAME) && !(directory.get(key) instanceof Known.Unsaid<?>)) {
              statements.add(new Statement(directory, key));
            }
          }
        }
      }
    }
    return statements;
  }

  /// Some values that a key may have.
  private static List<Known<?>> values(Key<?> key, Topology topology) {
    if (key.equals(Vocabulary.ROLES)) {
      return List.of(
          new Known.Value<>(new TreeSet<>(List.of(Role.MAILBOX))),
          new Known.Value<>(new TreeSet<>(List.of(Role.CLIENT_ACCESS))),
          new Known.Absent<>());
    }
    if (key.equals(Vocabulary.VERSION)) {
      return List.of(
          new Known.Value<>(Version.EXCHANGE_2007_SP3),
          new Known.Value<>(new Version(8, 0, 685, 25)),
          new Known.Value<>(new Version(14, 3, 123, 4)));
    }
    if (key.equals(Vocabulary.EXTERNAL_URL) || key.equals(Vocabulary.INTERNAL_URL)) {
      List<Known<?>> urls = new ArrayList<>();
      urls.add(new Known.Absent<>());
      Stream.concat(
              Stream.of(
                  "https://192.0.2.1/x",
                  "http://elsewhere.example.org/owa",
                  "https://fresh.example.org/owa"),
              Organization.of(topology)
                  .directories(DirectoryKind.OWA)
                  .flatMap(owa -> owa.get(Vocabulary.EXTERNAL_URL).toOptional().stream())
                  .map(Url::text))
          .distinct()
          .forEach(text -> urls.add(new Known.Value<>(new Url(text))));
      return urls;
    }
    return key.type() instanceof Type.Scalar<?> scalar
            && scalar.words().equals(List.of("true", "false"))
        ? List.of(new Known.Value<>(true), new Known.Value<>(false))
        : List.of();
  }

  private static Set<String> passes(Topology topology, Guideline guideline) {
    Set<String> places = new HashSet<>();
    Set<String> others = new HashSet<>();
    for (Verdict verdict : Catalog.check(Organization.of(topology)).verdicts()) {
      if (verdict.guideline().equals(guideline.number())) {
        (verdict instanceof Verdict.Conforms ? places : others)
            .add(verdict.place().path().folded());
      }
    }
    places.removeAll(others);
    return places;
  }

  private static Set<String> departures(Topology topology, Guideline guideline) {
    Set<String> places = new HashSet<>();
    for (Violation violation : Catalog.check(Organization.of(topology)).violations()) {
      if (violation.guideline().equals(guideline.number())) {
        places.add(violation.place().path().folded());
      }
    }
    return places;
  }

  private static Set<String> broken(Topology topology) {
    Set<String> all = new HashSet<>();
    Catalog.check(Organization.of(topology))
        .violations()
        .forEach(it -> all.add(it.guideline() + it.check() + it.path()));
    return all;
  }
}
