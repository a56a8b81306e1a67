package io.casguard.rules;

import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// An organization of two sites: Seattle is published, Leeds is reached through it. What Leeds has
/// for Outlook Web Access is what goes wrong in the tests.
public final class Leeds {
  /// Conforms.
  public static final String FIT = "{windowsAuthentication: true, formsAuthentication: false}";

  /// Breaks CAP-104: invites people it cannot receive.
  public static final String PUBLISHED =
      "{windowsAuthentication: true, formsAuthentication: false,"
          + " externalUrl: 'https://leeds.example.com/owa'}";

  /// Breaks CAP-103: shows a form.
  public static final String FORMS = "{windowsAuthentication: false, formsAuthentication: true}";

  private Leeds() {}

  /// A name that no other test uses.
  public static String anOrganization() {
    return "org-" + UUID.randomUUID();
  }

  /// The manifest, with what each Client Access server of Leeds has for Outlook Web Access.
  public static String manifest(String organization, String... owa) {
    String servers =
        IntStream.range(0, owa.length)
            .mapToObj(
                index ->
                    "        LEE-CAS%d: {roles: [ClientAccess], owa: %s, activeSync: {windowsAuthentication: true}}"
                        .formatted(index + 1, owa[index]))
            .collect(Collectors.joining("\n"));
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
            SEA-MBX1: {roles: [Mailbox]}
        leeds:
          internetFacing: false
          servers:
            LEE-MBX1: {roles: [Mailbox]}
    %s
      users:
        - {name: leeds-staff, mailboxServer: LEE-MBX1, count: 5000, protocols: {owa: 900}}
    """
        .formatted(organization, servers);
  }

  /// The same manifest, in which Leeds says that it is meant to be proxied to: what was a question
  /// becomes an error.
  public static String meantForProxying(String manifest) {
    return manifest.replace(
        "internetFacing: false", "internetFacing: false\n      intent: {owa: proxy}");
  }

  /// The same manifest, in which a link joins the two sites every three hours.
  public static String linked(String manifest) {
    return manifest.replace(
        "  users:",
        "  siteLinks:\n    - {sites: [seattle, leeds], replicationInterval: 3h}\n  users:");
  }

  /// The same manifest, with so many people who use Outlook Web Access in Leeds.
  public static String withPeople(String manifest, int people) {
    return manifest.replace("owa: 900", "owa: " + people);
  }

  /// The same manifest, and a document that waives a guideline in Leeds until a day.
  public static String waived(
      String manifest, String organization, String guideline, LocalDate expires) {
    return manifest
        + """
        ---
        apiVersion: casguard.io/v1
        kind: Waivers
        metadata: {name: %s}
        spec:
          waivers:
            - {guideline: %s, place: spec.sites.leeds, reason: agreed, owner: ann, ticket: CHG-1, expires: %s}
        """
            .formatted(organization, guideline, expires);
  }
}
