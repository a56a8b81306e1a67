package io.casguard.simulator;

import java.util.UUID;

/// An organization of two sites: people of Leeds come in at Seattle. What Leeds has for Outlook Web
/// Access decides what becomes of them.
public final class Leeds {
  /// They are proxied.
  public static final String FIT = "{windowsAuthentication: true, formsAuthentication: false}";

  /// They are offered a link.
  public static final String PUBLISHED =
      "{windowsAuthentication: true, formsAuthentication: false,"
          + " externalUrl: 'https://leeds.example.com/owa'}";

  /// They are refused, since no server there takes a proxied request.
  public static final String FORMS = "{windowsAuthentication: false, formsAuthentication: true}";

  private Leeds() {}

  /// A name that no other test uses.
  public static String anOrganization() {
    return "org-" + UUID.randomUUID();
  }

  /// The manifest, with what Leeds has for Outlook Web Access.
  public static String manifest(String organization, String owa) {
    return """
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
          servers:
            LEE-CAS1: {roles: [ClientAccess], owa: %s}
            LEE-MBX1: {roles: [Mailbox]}
      publishing:
        mail.example.com: {from: [internet], servers: [SEA-CAS1], through: none}
      users:
        - {name: leeds-staff, mailboxServer: LEE-MBX1, count: 900, from: [internet], protocols: {owa: 900}}
    """
        .formatted(organization, owa);
  }
}
