package io.casguard.benchmarks;

/// A manifest in two forms: each change from one to the other opens or resolves one violation of
/// CAP-104.
final class Toggled {
  static final String ORGANIZATION = "benchmark";
  static final String GUIDELINE = "CAP-104";

  private static final String MANIFEST =
      """
      apiVersion: casguard.io/v1
      kind: Topology
      metadata:
        name: benchmark
      spec:
        domain: example.com
        sites:
          seattle:
            internetFacing: true
            servers:
              SEA-CAS1:
                roles: [ClientAccess, HubTransport]
                owa: {externalUrl: https://mail.example.com/owa}
              SEA-MBX1: {roles: [Mailbox]}
          leeds:
            internetFacing: false
            servers:
              LEE-CAS1:
                roles: [ClientAccess, HubTransport]
                owa: {windowsAuthentication: true, formsAuthentication: false%s}
              LEE-MBX1: {roles: [Mailbox]}
        siteLinks:
          - {sites: [seattle, leeds], cost: 100}
        publishing:
          mail.example.com: {from: [internet], servers: [SEA-CAS1]}
        users:
          - {name: headquarters, mailboxServer: SEA-MBX1, count: 3200, protocols: {owa: 1900}}
          - {name: leeds-staff, mailboxServer: LEE-MBX1, count: 1200, protocols: {owa: 900}}
      """;

  private Toggled() {}

  static String conforming() {
    return MANIFEST.formatted("");
  }

  static String departing() {
    return MANIFEST.formatted(", externalUrl: https://leeds.example.com/owa");
  }
}
