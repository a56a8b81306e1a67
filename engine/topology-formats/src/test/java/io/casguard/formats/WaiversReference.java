package io.casguard.formats;

import io.casguard.topology.Key;
import io.casguard.topology.WaiverKeys;

/// The reference page of waivers, rendered from their table of keys.
final class WaiversReference {
  private WaiversReference() {}

  static String text() {
    StringBuilder page =
        new StringBuilder(
            """
            # Waivers

            A waiver is somebody's decision to live with a violation until a day. Waivers stand in documents of a kind of their own, in
            the same files as the topology or beside them; `metadata.name` is the organization. As with topologies, an organization's
            waivers may be spread over any number of files and documents, and a file may hold those of several organizations.

            ```yaml
            apiVersion: casguard.io/v1
            kind: Waivers
            metadata:
              name: contoso
            spec:
              waivers:
                - guideline: CAP-104
                  place: spec.sites.leeds.servers.LEE-CAS1.owa
                  reason: The partner's gateway asks for this address until its own move is done.
                  owner: ann@contoso.com
                  ticket: CHG-4711
                  expires: 2027-03-31
            ```

            ## A waiver

            | key | value | meaning | |
            |---|---|---|---|
            """);
    for (Key<?> key : WaiverKeys.WAIVER.keys()) {
      page.append(
          "| `%s` | %s | %s | %s |\n"
              .formatted(
                  key.name(),
                  ManifestReference.type(key.type()),
                  key.says(),
                  WaiverKeys.WAIVER.required().contains(key) ? "required" : ""));
    }
    return page.append(
            """

            `waivers.schema.json` beside this page is the JSON Schema, for editors.

            ## What a place means

            A place is a path as `casguard check` prints it after `at`, or any part of its beginning: `spec.sites.leeds` means the whole site,
            `spec.sites.leeds.servers.LEE-CAS1.owa.externalUrl` one statement. A violation is meant where the statement that offends, or the
            thing that the guideline is about, lies inside the place. A name that holds a dot stands in brackets and quotes:
            `spec.publishing["mail.contoso.com"]`. Of several waivers that mean a violation the one that lasts longest is named.

            ## When a waiver waives

            | the waiver | what happens |
            |---|---|
            | until and on the day of `expires`, in UTC | it waives: the violation is counted and shown as waived, and fails nothing |
            | from the day after | it has lapsed: it waives nothing and is listed |
            | `expires` more than a year ahead (29 February: the 28th a year later is the latest) | it waives nothing and is listed |
            | a number that no guideline has | it waives nothing and is listed |
            | in force, but no violation lies in its place | it is listed, so that somebody removes it |
            | an unknown key; a reason, owner or expires that is missing; a date, number or place that cannot be read; the same guideline and place twice with different words; an organization without a topology | the input is wrong: every such mistake is reported with file, line and column, and nothing is taken (exit code 2) |

            One piece of code decides this for `casguard check` and for rules-service. `casguard check --at 2027-01-31` decides as on that day;
            by default it is today's date in UTC.
            """)
        .toString();
  }
}
