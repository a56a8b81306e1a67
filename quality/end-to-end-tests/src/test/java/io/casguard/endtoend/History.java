package io.casguard.endtoend;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.casguard.formats.Manifest;
import io.casguard.formats.Problem;
import io.casguard.formats.SourceFile;
import io.casguard.guidelines.Findings;
import io.casguard.impact.Check;
import io.casguard.reports.CheckReport;
import io.casguard.topology.Organization;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What an organization goes through, with each revision evaluated offline: an expectation that no
/// service has touched.
final class History {
  private static final int SERVERS = 4;
  private static final List<String> OWA =
      List.of(
          "{windowsAuthentication: true, formsAuthentication: false}",
          "{windowsAuthentication: false, formsAuthentication: true}",
          "{windowsAuthentication: true, formsAuthentication: false, externalUrl: 'https://leeds.example.com/owa'}");
  private static final JsonMapper JSON = new JsonMapper();

  private final String organization;
  private final Map<String, Open> open = new TreeMap<>();
  private final List<Step> steps = new ArrayList<>();
  private long revision;

  History(String organization) {
    this.organization = organization;
  }

  /// A violation that is open.
  record Open(String fingerprint, String severity, String remedy, long openedAtRevision) {
    static Open of(JsonNode violation, long openedAtRevision) {
      return new Open(
          violation.path("fingerprint").asText(),
          violation.path("severity").asText(),
          violation.path("remedy").toString(),
          openedAtRevision);
    }
  }

  /// A step in the life of a violation: "opened", "changed" or "resolved".
  record Step(String kind, long revision, Open violation) {}

  String organization() {
    return organization;
  }

  synchronized long lastRevision() {
    return revision;
  }

  synchronized List<Open> openInTheEnd() {
    return List.copyOf(open.values());
  }

  synchronized List<Step> steps() {
    return List.copyOf(steps);
  }

  /// The manifest of the next revision. The number of people makes it differ from the one before.
  synchronized String next(Random random) {
    revision++;
    String servers =
        IntStream.rangeClosed(1, SERVERS)
            .mapToObj(
                number ->
                    "        LEE-CAS%d: {roles: [ClientAccess], owa: %s}"
                        .formatted(number, OWA.get(random.nextInt(OWA.size()))))
            .collect(Collectors.joining("\n"));
    String manifest =
        """
        apiVersion: casguard.io/v1
        kind: Topology
        metadata: {name: %s}
        spec:
          domain: example.com
          sites:
            seattle:
              internetFacing: true
              servers:
                SEA-CAS1: {roles: [ClientAccess], owa: {externalUrl: "https://mail.example.com/owa"}}
            leeds:
              internetFacing: false
              intent: {owa: %s}
              servers:
                LEE-MBX1: {roles: [Mailbox]}
        %s
          users:
            - {name: leeds-staff, mailboxServer: LEE-MBX1, count: %d, protocols: {owa: 900}}
        """
            .formatted(
                organization, random.nextBoolean() ? "proxy" : "unknown", servers, 1000 + revision)
            .replace("      intent: {owa: unknown}\n", "");
    turn(evaluated(manifest));
    return manifest;
  }

  private void turn(Map<String, Open> found) {
    for (Open before : List.copyOf(open.values())) {
      Open after = found.remove(before.fingerprint());
      if (after == null) {
        open.remove(before.fingerprint());
        steps.add(new Step("resolved", revision, before));
      } else {
        Open kept =
            new Open(
                after.fingerprint(), after.severity(), after.remedy(), before.openedAtRevision());
        open.put(kept.fingerprint(), kept);
        if (!kept.equals(before)) {
          steps.add(new Step("changed", revision, kept));
        }
      }
    }
    found.values().forEach(one -> steps.add(new Step("opened", revision, one)));
    open.putAll(found);
  }

  private Map<String, Open> evaluated(String manifest) {
    return switch (Manifest.read(List.of(new SourceFile("topology.yaml", manifest)))) {
      case Manifest.Reading.Accepted(List<Manifest.Declared> declared, _) ->
          evaluated(declared.getFirst());
      case Manifest.Reading.Rejected(List<Problem> problems) ->
          throw new IllegalStateException(problems.toString());
    };
  }

  private Map<String, Open> evaluated(Manifest.Declared declared) {
    Organization topology = Organization.of(declared.topology());
    Findings findings = Check.of(topology);
    CheckReport report = new CheckReport(topology, findings, declared.sources());
    return findings.violations().stream()
        .map(violation -> Open.of(json(report.json(violation)), revision))
        .collect(
            Collectors.toMap(Open::fingerprint, one -> one, (first, _) -> first, TreeMap::new));
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("the report writes JSON", broken);
    }
  }
}
