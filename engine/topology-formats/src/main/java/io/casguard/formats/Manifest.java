package io.casguard.formats;

import io.casguard.formats.YamlDocuments.YamlDocument;
import io.casguard.topology.PathAssertion;
import io.casguard.topology.Topology;
import io.casguard.topology.Vocabulary;
import io.casguard.topology.Waiver;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// The topology manifest: the one format in which people declare a topology.
public final class Manifest {
  /// The only version of the format.
  public static final String API_VERSION = "casguard.io/v1";

  /// The kind of document that declares a topology.
  public static final String KIND = "Topology";

  /// The kind of document that lists accepted violations.
  public static final String WAIVERS = "Waivers";

  /// The kind of document that lists the violations which a check does not fail for. It is no
  /// statement about the topology, and may lie beside it all the same.
  public static final String BASELINE = "Baseline";

  /// The kind of document that lists what people expect to happen.
  public static final String ASSERTIONS = "PathAssertions";

  private static final List<String> KINDS = List.of(KIND, WAIVERS, BASELINE, ASSERTIONS);
  static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

  /// An organization's topology, the violations that somebody accepted in it, what people expect to
  /// happen in it, and where each statement, waiver and assertion stands.
  public record Declared(
      Topology topology, List<Waiver> waivers, List<PathAssertion> assertions, SourceMap sources) {
    public Declared {
      waivers = List.copyOf(waivers);
      assertions = List.copyOf(assertions);
    }

    /// A topology alone.
    public static Declared of(Topology topology, SourceMap sources) {
      return new Declared(topology, List.of(), List.of(), sources);
    }
  }

  /// What reading gave: every organization, or every problem. Nothing is taken from an input that
  /// has one.
  public sealed interface Reading {
    /// Everything was read.
    ///
    /// @param organizations in the order of their names
    /// @param skipped how many documents were of another apiVersion
    record Accepted(List<Declared> organizations, int skipped) implements Reading {}

    /// Nothing is taken.
    ///
    /// @param problems in the order of files and lines
    record Rejected(List<Problem> problems) implements Reading {}
  }

  private final Limits limits;
  private final Problems problems = new Problems();
  private final Map<String, SpecReader> readers = new LinkedHashMap<>();
  private final Map<String, BesideTopology<Waiver>> waivers = new LinkedHashMap<>();
  private final Map<String, BesideTopology<PathAssertion>> assertions = new LinkedHashMap<>();
  private int skipped;

  private Manifest(Limits limits) {
    this.limits = limits;
  }

  /// Reads one or more files that may hold any number of documents of any number of organizations.
  public static Reading read(List<SourceFile> files) {
    return read(files, Limits.DEFAULT);
  }

  /// Reads with other limits.
  public static Reading read(List<SourceFile> files, Limits limits) {
    Manifest manifest = new Manifest(limits);
    manifest.readAll(files);
    List<Declared> declared =
        manifest.readers.keySet().stream().sorted().map(manifest::declared).toList();
    manifest.checkOrganizations();
    if (manifest.problems.isEmpty()) {
      return new Reading.Accepted(declared, manifest.skipped);
    }
    return new Reading.Rejected(manifest.problems.inOrder());
  }

  /// Reads the body of a `spec` alone, as the examples of the guidelines are written.
  ///
  /// @param organization the name to give it
  public static Reading readSpec(String organization, SourceFile body) {
    Problems problems = new Problems();
    SpecReader reader = new SpecReader(Vocabulary.SPEC, problems);
    for (YamlDocument document : YamlDocuments.read(body, Limits.DEFAULT, problems)) {
      document.problems().forEach(problems::add);
      reader.add(document.root());
    }
    Declared declared = Declared.of(new Topology(organization, reader.finish()), reader.sources());
    return problems.isEmpty()
        ? new Reading.Accepted(List.of(declared), 0)
        : new Reading.Rejected(problems.inOrder());
  }

  private Declared declared(String organization) {
    SpecReader reader = Objects.requireNonNull(readers.get(organization));
    Topology topology = new Topology(organization, reader.finish());
    List<Waiver> accepted =
        Optional.ofNullable(waivers.get(organization))
            .map(of -> of.finish(reader.sources()))
            .orElseGet(List::of);
    List<PathAssertion> expected =
        Optional.ofNullable(assertions.get(organization))
            .map(of -> of.finish(reader.sources()))
            .orElseGet(List::of);
    return new Declared(topology, accepted, expected, reader.sources());
  }

  /// Finds waivers and assertions of organizations that nothing declares, where all was read.
  private void checkOrganizations() {
    if (!readers.isEmpty() && problems.isComplete()) {
      assertions.forEach(this::checkOrganization);
      waivers.forEach(this::checkOrganization);
    }
  }

  private void checkOrganization(String organization, BesideTopology<?> document) {
    if (!readers.containsKey(organization)) {
      document.finish(new SourceMap()); // for its problems
      document.refuseFor(organization, readers.keySet());
    }
  }

  private void readAll(List<SourceFile> files) {
    long size = files.stream().mapToLong(file -> file.text().length()).sum();
    if (size > limits.bytes()) {
      problems.add(
          new Problem(
              new Position(files.getFirst().name(), 1, 1),
              "",
              "larger than the limit of " + limits.bytes() + " bytes"));
      return;
    }
    Optional<Position> first = Optional.empty();
    for (SourceFile file : files) {
      for (YamlDocument document : YamlDocuments.read(file, limits, problems)) {
        if (!isNothing(document.root())) {
          first = first.or(() -> Optional.of(document.root().at()));
          document(document);
        }
      }
    }
    if (readers.isEmpty() && problems.isEmpty()) {
      problems.add(
          new Problem(
              first.orElseGet(
                  () -> new Position(files.isEmpty() ? "-" : files.getFirst().name(), 1, 1)),
              "",
              "no topology here: a document begins with apiVersion: "
                  + API_VERSION
                  + " and kind: "
                  + KIND));
    }
  }

  private static boolean isNothing(YamlNode document) {
    return document instanceof YamlNode.Scalar scalar && scalar.isNull();
  }

  private void document(YamlDocument document) {
    if (!(document.root() instanceof YamlNode.Mapping mapping)) {
      skipped++;
      return;
    }
    Optional<String> apiVersion = text(mapping, "apiVersion");
    if (apiVersion.filter(version -> version.startsWith("casguard.io/")).isEmpty()) {
      skipped++;
      return;
    }
    document.problems().forEach(problems::add);
    if (!apiVersion.get().equals(API_VERSION)) {
      problem(
          at(mapping, "apiVersion"),
          "apiVersion",
          "this casguard reads " + API_VERSION + ", not " + Problem.shortened(apiVersion.get()));
      return;
    }
    String kind = text(mapping, "kind").orElse("");
    if (!KINDS.contains(kind)) {
      problem(
          at(mapping, "kind"),
          "kind",
          (kind.isEmpty() ? "the kind is missing" : "unknown kind " + Problem.shortened(kind))
              + NearestName.hint(kind, KINDS));
      return;
    }
    switch (kind) {
      case KIND -> spec(mapping, this::topology, this::unnamedTopology);
      case WAIVERS ->
          spec(
              mapping,
              (name, node) -> waivers(name, mapping.at()).add(node),
              node -> unnamed(WaiverReader.of(problems, node.at()), node));
      case ASSERTIONS ->
          spec(
              mapping,
              (name, node) -> assertions(name, mapping.at()).add(node),
              node -> unnamed(AssertionReader.of(problems, node.at()), node));
      default -> {} // says nothing about the topology
    }
  }

  private void topology(String organization, YamlNode spec) {
    readers.computeIfAbsent(organization, _ -> new SpecReader(Vocabulary.SPEC, problems)).add(spec);
  }

  private BesideTopology<Waiver> waivers(String organization, Position at) {
    return waivers.computeIfAbsent(organization, _ -> WaiverReader.of(problems, at));
  }

  private BesideTopology<PathAssertion> assertions(String organization, Position at) {
    return assertions.computeIfAbsent(organization, _ -> AssertionReader.of(problems, at));
  }

  /// Reads for its problems; without a name there is nothing to take.
  private void unnamedTopology(YamlNode spec) {
    SpecReader reader = new SpecReader(Vocabulary.SPEC, problems);
    reader.add(spec);
    reader.finish();
  }

  private static void unnamed(BesideTopology<?> reader, YamlNode spec) {
    reader.add(spec);
    reader.finish(new SourceMap());
  }

  private void spec(
      YamlNode.Mapping document, BiConsumer<String, YamlNode> named, Consumer<YamlNode> unnamed) {
    List<String> keys = List.of("apiVersion", "kind", "metadata", "spec");
    for (YamlNode.Entry entry : document.entries()) {
      if (!keys.contains(entry.key())) {
        problem(
            entry.at(),
            entry.key(),
            "unknown key " + entry.key() + NearestName.hint(entry.key(), keys));
      }
    }
    Optional<String> organization = organization(document);
    Optional<YamlNode> spec = value(document, "spec");
    if (spec.isEmpty()) {
      problem(document.at(), "spec", "the spec is missing");
    }
    spec.ifPresent(
        node ->
            organization.ifPresentOrElse(
                name -> named.accept(name, node), () -> unnamed.accept(node)));
  }

  private Optional<String> organization(YamlNode.Mapping document) {
    if (!(value(document, "metadata").orElse(null) instanceof YamlNode.Mapping metadata)) {
      problem(at(document, "metadata"), "metadata.name", "the organization's name is missing");
      return Optional.empty();
    }
    for (YamlNode.Entry entry : metadata.entries()) {
      if (!entry.key().equals("name")) {
        problem(
            entry.at(),
            "metadata." + entry.key(),
            "unknown key " + entry.key() + NearestName.hint(entry.key(), List.of("name")));
      }
    }
    Optional<String> name = text(metadata, "name");
    if (name.filter(text -> LABEL.matcher(text).matches()).isEmpty()) {
      problem(
          at(metadata, "name"),
          "metadata.name",
          "the organization's name must be a DNS-1123 label: at most 63 of a-z, 0-9 and -, beginning and ending with a letter or digit");
      return Optional.empty();
    }
    return name;
  }

  private static Optional<YamlNode> value(YamlNode.Mapping mapping, String key) {
    return mapping.entries().stream()
        .filter(entry -> entry.key().equals(key))
        .map(YamlNode.Entry::value)
        .findFirst();
  }

  private static Optional<String> text(YamlNode.Mapping mapping, String key) {
    return value(mapping, key)
        .filter(YamlNode.Scalar.class::isInstance)
        .map(node -> ((YamlNode.Scalar) node).text());
  }

  private static Position at(YamlNode.Mapping mapping, String key) {
    return value(mapping, key).map(YamlNode::at).orElse(mapping.at());
  }

  private void problem(Position at, String path, String message) {
    problems.add(at, path, message);
  }
}
