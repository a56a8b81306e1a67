package io.casguard.accesslogs;

import io.casguard.formats.Manifest;
import io.casguard.formats.SourceFile;
import io.casguard.topology.Organization;

/// Organizations from manifests.
final class Organizations {
  /// Seattle is published; the servers of Leeds are reached through it.
  static final String CONTOSO =
      """
      domain: contoso.com
      sites:
        seattle:
          internetFacing: true
          servers:
            SEA-CAS1:
              roles: [ClientAccess]
              owa: {externalUrl: "https://mail.contoso.com/owa"}
              activeSync: {externalUrl: "https://mail.contoso.com/Microsoft-Server-ActiveSync"}
              outlookAnywhere: {enabled: true, externalHostname: mail.contoso.com, clientAuthentication: Basic, iisAuthentication: [Basic], sslOffloading: false}
            SEA-MBX1: {roles: [Mailbox]}
        leeds:
          internetFacing: false
          servers:
            LEE-CAS1:
              roles: [ClientAccess]
              owa: {windowsAuthentication: true, formsAuthentication: false}
              activeSync: {windowsAuthentication: true}
            LEE-MBX1: {roles: [Mailbox]}
      siteLinks:
        - {sites: [seattle, leeds], cost: 100, rpc: true}
      """;

  private Organizations() {}

  /// The organization of a `spec`.
  static Organization of(String spec) {
    return switch (Manifest.readSpec("contoso", new SourceFile("test.yaml", spec))) {
      case Manifest.Reading.Accepted accepted ->
          Organization.of(accepted.organizations().getFirst().topology());
      case Manifest.Reading.Rejected rejected ->
          throw new IllegalArgumentException(rejected.problems().toString());
    };
  }

  static Organization contoso() {
    return of(CONTOSO);
  }
}
