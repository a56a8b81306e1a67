package io.casguard.accesspaths;

import io.casguard.formats.Manifest;
import io.casguard.formats.SourceFile;
import io.casguard.topology.Network;
import io.casguard.topology.Organization;
import io.casguard.topology.Protocol;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Organizations from manifests, and the questions that tests ask of them.
final class Topologies {
  private static final Path ROOT = Path.of("../..");

  private Topologies() {}

  /// The organization of a `spec` body.
  static Organization organization(String spec) {
    return accepted(Manifest.readSpec("contoso", new SourceFile("test.yaml", spec)));
  }

  /// The organization of one of the project's examples.
  static Organization example(String file) {
    try {
      String text = Files.readString(ROOT.resolve("examples").resolve(file));
      return accepted(Manifest.read(List.of(new SourceFile(file, text))));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// Outlook Web Access from the Internet, in an organization of one `spec` body.
  static AccessPath owa(String spec, String entry, String mailbox) {
    return owa(organization(spec), entry, mailbox, Network.INTERNET);
  }

  static AccessPath owa(Organization organization, String entry, String mailbox, Network from) {
    return (AccessPath)
        Simulator.simulate(organization, request(organization, entry, mailbox, from));
  }

  /// Exchange ActiveSync from the Internet, in an organization of one `spec` body.
  static AccessPath activeSync(String spec, String entry, String mailbox) {
    Organization organization = organization(spec);
    return (AccessPath)
        Simulator.simulate(organization, deviceRequest(organization, entry, mailbox));
  }

  /// The same of a device that speaks a version.
  static AccessPath activeSync(String spec, String entry, String mailbox, String version) {
    Organization organization = organization(spec);
    return (AccessPath)
        Simulator.simulate(
            organization,
            deviceRequest(organization, entry, mailbox)
                .withDevice(DeviceVersion.parse(version).orElseThrow()));
  }

  static Request deviceRequest(Organization organization, String entry, String mailbox) {
    return Request.of(
        Protocol.ACTIVE_SYNC,
        Door.named(organization, entry),
        Mailbox.named(organization, mailbox).orElseThrow(),
        Network.INTERNET);
  }

  /// A plain request of any protocol.
  static AccessPath plain(
      Organization organization, Protocol protocol, String entry, String mailbox, Network from) {
    return (AccessPath)
        Simulator.simulate(
            organization,
            Request.of(
                protocol,
                Door.named(organization, entry),
                Mailbox.named(organization, mailbox).orElseThrow(),
                from));
  }

  /// A request of any protocol, in an organization of one `spec` body.
  static AccessPath path(
      Protocol protocol, String spec, String entry, String mailbox, Network from) {
    return path(protocol, organization(spec), entry, mailbox, from, Assumptions.DEFAULT);
  }

  static AccessPath path(
      Protocol protocol,
      Organization organization,
      String entry,
      String mailbox,
      Network from,
      Assumptions assumptions) {
    return (AccessPath)
        Simulator.of(organization, assumptions)
            .simulate(
                Request.of(
                    protocol,
                    Door.named(organization, entry),
                    Mailbox.named(organization, mailbox).orElseThrow(),
                    from));
  }

  static Request request(Organization organization, String entry, String mailbox, Network from) {
    return Request.owa(
        Door.named(organization, entry).orElseThrow(),
        Mailbox.named(organization, mailbox).orElseThrow(),
        from);
  }

  private static Organization accepted(Manifest.Reading reading) {
    return switch (reading) {
      case Manifest.Reading.Accepted accepted ->
          Organization.of(accepted.organizations().getFirst().topology());
      case Manifest.Reading.Rejected rejected ->
          throw new IllegalArgumentException(rejected.problems().toString());
    };
  }
}
