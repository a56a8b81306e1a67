package io.casguard.formats;

import io.casguard.topology.AssertionKeys;
import io.casguard.topology.Key;

/// The reference page of path assertions, rendered from their table of keys.
final class AssertionsReference {
  private AssertionsReference() {}

  static String text() {
    StringBuilder page =
        new StringBuilder(
            """
            # Path assertions

            A path assertion says what is expected to happen to those who come a certain way. `casguard test` compares it with what the
            simulator says, like a test of a program. Assertions stand in documents of a kind of their own, in the same files as the topology
            or beside them; `metadata.name` is the organization, whose assertions may be spread over any number of files and documents.

            ```yaml
            apiVersion: casguard.io/v1
            kind: PathAssertions
            metadata:
              name: contoso
            spec:
              assertions:
                - name: Leeds is proxied from the internet
                  protocol: owa
                  from: internet
                  mailbox: leeds-staff
                  outcome: PROXY
                  server: LEE-CAS1
                - name: headquarters get in by the one address
                  protocol: owa
                  entry: mail.contoso.com
                  mailbox: headquarters
                  reached: yes
            ```

            ## An assertion

            | key | value | meaning | |
            |---|---|---|---|
            """);
    for (Key<?> key : AssertionKeys.ASSERTION.keys()) {
      page.append(
          "| `%s` | %s | %s | %s |\n"
              .formatted(
                  key.name(),
                  ManifestReference.type(key.type()),
                  key.says(),
                  AssertionKeys.ASSERTION.required().contains(key)
                      ? "required"
                      : AssertionKeys.EXPECTATIONS.contains(key) ? "expected" : "the way"));
    }
    return page.append(
            """

            `path-assertions.schema.json` beside this page is the JSON Schema, for editors.

            ## What it means

            `protocol`, `entry`, `from` and `mailbox` choose user classes: users that no setting tells apart, at one of the doors that exist for
            them, as `casguard paths` lists them. What is left out is not asked, so that an assertion with a protocol alone is about everybody
            who comes that way. One of the keys marked *expected* is needed. The assertion holds where each of them is so for every user class
            that is meant. Where nobody comes that way it fails: otherwise it would pass forever after a door was renamed.

            `server` holds where the outcome names that server, and where the server is one of several equals that could have been chosen.
            `reached` is not so, whatever is expected, where the outcome is UNDETERMINED; expect that outcome itself, where it is meant.

            ## Running them

            ```
            casguard test topology/                               # for people
            casguard test topology/ --fail-under 80               # and at least 80 % of the user classes covered
            casguard test topology/ -o junit > casguard.xml       # a case for each assertion, a suite for each organization
            casguard test topology/ -o json                       # a line for each organization
            ```

            | what | exit code |
            |---|---|
            | every assertion holds, and as many user classes are covered as asked for | 0 |
            | an assertion fails, or fewer user classes are covered than `--fail-under` says | 1 |
            | an unknown key, a missing name or protocol, nothing expected, the same name twice, an organization without a topology; a server, published name, population or clause that there is not; no assertion at all | 2, each with file, line, column and the nearest right name |

            A user class is covered where some assertion is about it. The share is in whole percent and never rounded up; those that are not
            covered are listed, the largest first.

            ## JSON

            | field | what |
            |---|---|
            | `assertions` | `name`, `holds`, `classes` (how many it is about), `at`, and `departures`: the user classes for which it does not hold, as `paths -o json` prints them, each with `differences` (`what`, `expected`, `found`; left out where there is none) |
            | `summary` | `hold`, `fail` |
            | `coverage` | `classes`, `covered`, `percent`, `protocols` (`classes` and `covered` of each), and `uncovered`: up to 1,000 user classes |
            """)
        .toString();
  }
}
