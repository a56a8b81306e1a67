package io.casguard.impact;

import io.casguard.guidelines.Source;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Every statement of both founding texts, and every expert rule of the specification, with its
/// home; and the page that says so.
final class FoundingTexts {
  /// @param id in the specification: `R-A4`
  /// @param words those of the text, shortened; of an expert rule what it finds
  record Statement(String id, String words, List<Home> homes) {
    Statement(String id, String words, Home... homes) {
      this(id, words, List.of(homes));
    }
  }

  private static final String ONE_SITE =
      """
      sites:
        leeds:
          internetFacing: false
          servers:
            LEE-CAS1: {owa: {externalUrl: https://leeds.example.com/owa, redirectToOptimalOwaServer: false}}
            LEE-MBX1: {roles: [Mailbox]}
      """;

  private static final String MIXED =
      """
      sites:
        seattle:
          internetFacing: true
          servers:
            SEA-CAS1: {owa: {externalUrl: https://mail.example.com/owa}}
        leeds:
          servers:
            LEE-CAS1: {owa: {externalUrl: https://leeds.example.com/owa}}
            LEE-MBX1: {roles: [Mailbox]}
      """;

  private static final String ONE_DOOR =
      """
      domain: example.com
      sites:
        seattle:
          internetFacing: true
          servers:
            SEA-CAS1: {owa: {externalUrl: https://mail.example.com/owa}}
        leeds:
          internetFacing: false
          servers:
            LEE-MBX1: {roles: [Mailbox]}
      """;

  // spotless:off
  static final List<Statement> PATRICIO =
      List.of(
          new Statement("R-A1", "1 CAS Server in each site that has a MAILBOX server", guideline("CAP-101")),
          new Statement("R-A2", "Only in the CAS which will be published on the internet you must set up the externalURL attribute with your external name", guideline("CAP-102")),
          new Statement("R-A3", "All other “child” CAS servers must be set up with Integrated Authentication insted of forms authentication", guideline("CAP-103")),
          new Statement("R-A4", "ExternalURL in the child sites must be empty", guideline("CAP-104")),
          new Statement("R-A5", "If you enableExternalURL in child CAS Servers, then you will have Redirection feature not Proxy.", new Home.Explanation("CAP-104")),
          new Statement("R-A6", "Make sure that you internalURL is appropriate.", guideline("CAP-106")),
          new Statement("R-A7", "make sure that RedirectToOptimalOWAServer is set to $True", guideline("CAP-107")),
          new Statement("R-A8", "The same for Exchange Server 2003 back-end servers you must not enable forms authentication", guideline("CAP-108")),
          new Statement("R-A9", "If you are using ISA Server to publish the CAS Server (recommended) you must disable Forms in the “parent” CAS server", guideline("CAP-109")),
          new Statement("R-A10", "Give some time for Active Directory Replication", guideline("CAP-110")),
          new Statement("R-A11", "IIS logs are your friend, you can validate by them if everything is going well", new Home.Verification(List.of("CAP-103", "CAP-106", "CAP-202", "CAP-209", "CAP-210"), "IIS log", "what the IIS logs must show once the remedy works")),
          new Statement("R-A12", "You can also validated using OWA session on the About section you can see if CAS Proxy-to-Proxy is working as well", new Home.Verification(List.of("CAP-103"), "Options > About", "what the About page must name once the remedy works")));

  static final List<Statement> SHUDNOW =
      List.of(
          new Statement("R-B1", "Proxying is used when you have one internet facing CAS. Your other CAS will be accessible via intranet only.", new Home.Goal("with one Internet-facing site, people of every other site who enter there must be proxied; where they are not, the guideline that forbids the cause is named. For Outlook Web Access, which alone has access paths", ONE_DOOR, "CAP-101")),
          new Statement("R-B2", "In order to have CAS Proxying working, ExternalURL properties must not be configured (default) on intranet-only CAS.", guideline("CAP-202"), guideline("CAP-104")),
          new Statement("R-B3", "You must use proxying if you want to have 1 common URL.", guideline("CAP-203")),
          new Statement("R-B4", "Redirection is used when you have more than one internet facing CAS. … We then configure the CAS’ ExternalURL properties. This method will expose multiple OWA URLs.", guideline("CAP-204")),
          new Statement("R-B5", "the CAS they connect to will automatically re-direct that user", new Home.Clause("O-7a", "Exchange 2007 shows a page with a link, which the user follows")),
          new Statement("R-B6", "Proxying does not work with POP3 or IMAP4. … Because of this, you cannot have 1 common URL.", guideline("CAP-206")),
          new Statement("R-B7", "Redirection only works with OWA.", guideline("CAP-207")),
          new Statement("R-B8", "Outlook Anywhere uses neither Redirection or CAS-CAS Proxying.", guideline("CAP-208")),
          new Statement("R-B9", "In order for Proxying to work, Integrated Windows Authentication must be used on the necessary directories in IIS on the intranet-facing CAS.", guideline("CAP-209"), guideline("CAP-103")),
          new Statement("R-B10", "If you want to use re-direction for OWA but Proxying for all other services, you can configure the external URL for OWA but leave all other ExternalURL properties blank ($null).", guideline("CAP-210"), new Home.Silence("OWA is redirected and everything else is proxied: a legal layout", MIXED, List.of("CAP-104", "CAP-303"))));

  static final List<Statement> EXPERTS =
      Stream.concat(
              IntStream.rangeClosed(1, 4).mapToObj(FoundingTexts::expert),
              Stream.concat(
                  Stream.of(new Statement("R-X4b", "newer than its target, without the target's resource folder", guideline("CAP-351"))),
                  IntStream.rangeClosed(5, 35).mapToObj(FoundingTexts::expert)))
          .toList();
  // spotless:on

  private static final String WORDS_OF_EXPERTS =
      """
      1 the same external host in two sites
      2 servers of one site disagree about their external URL
      3 external URLs for some protocols only
      4 an Internet-facing server older than one that it proxies to
      5 Web Services behind an array without a bypass URL
      6 SSL not required
      7 forms and Integrated both on
      8 no Basic for devices outside
      9 Integrated advertised to devices outside
      10 anonymous access
      11 no service connection point
      12 a service connection point that is not https, or another site's
      13 a site that no Autodiscover scope names
      14 a scope that names no site
      15 mailboxes of 2010 beside servers below SP2
      16 Autodiscover for devices below SP1 RU4
      17 an Internet-facing site without Outlook Anywhere
      18 Outlook Anywhere without a host that works outside
      19 SSL offloading of Outlook Anywhere without an offloader
      20 two authentication methods for Outlook Anywhere
      21 an address book that wants SSL at an http address
      22 an ActiveSync address of another form
      23 devices with mailboxes of 2003 and no Integrated there
      24 published paths without those of 2003
      25 the published server is a Mailbox server too, beside mailboxes of 2003
      26 bare user names without a domain
      27 one external host for 2007 and 2010
      28 certificates that must be trusted and are not
      29 one site alone
      30 Web Services of inside clients that are proxied
      31 SSL offloading that the directories do not know of
      32 one published name for servers of two sites
      33 several servers behind a name without affinity
      34 Outlook Anywhere with another principal than the certificate's
      35 a public folder that wants SSL of Availability
      """;

  private FoundingTexts() {}

  private static Statement expert(int number) {
    String words =
        WORDS_OF_EXPERTS
            .lines()
            .filter(line -> line.startsWith(number + " "))
            .map(line -> line.substring(line.indexOf(' ') + 1))
            .findFirst()
            .orElseThrow();
    Home home =
        number == 29
            ? new Home.Silence(
                "only one site has Exchange, so that nothing is proxied or redirected between sites",
                ONE_SITE,
                List.of(
                    "CAP-103", "CAP-104", "CAP-107", "CAP-202", "CAP-203", "CAP-204", "CAP-301",
                    "CAP-304", "CAP-305"))
            : guideline("CAP-" + (300 + number));
    return new Statement("R-X" + number, words, home);
  }

  private static Home guideline(String number) {
    return new Home.OfGuideline(number);
  }

  static Stream<Statement> all() {
    return Stream.of(PATRICIO, SHUDNOW, EXPERTS).flatMap(List::stream);
  }

  static String page() {
    return """
        # The founding texts

        casguard keeps what two texts teach. Every statement of both has a home here: most are guidelines, the others an explanation, a check, a way to verify, or an exception. Below them the rules that experts add.

        """
        + section(Source.Text.SA.title(), "words", PATRICIO)
        + section(Source.Text.SB.title(), "words", SHUDNOW)
        + section("What experts add", "finds", EXPERTS).stripTrailing()
        + "\n";
  }

  private static String section(String title, String words, List<Statement> statements) {
    return "## "
        + title
        + "\n\n| statement | "
        + words
        + " | home |\n|---|---|---|\n"
        + statements.stream()
            .map(
                it ->
                    "| %s | %s | %s |\n"
                        .formatted(
                            it.id(),
                            it.words(),
                            it.homes().stream()
                                .map(FoundingTexts::told)
                                .collect(Collectors.joining("; "))))
            .collect(Collectors.joining())
        + "\n";
  }

  private static String told(Home home) {
    return switch (home) {
      case Home.OfGuideline(String number) -> link(number);
      case Home.Explanation(String number) -> "an explanation, printed with " + link(number);
      case Home.Goal(String says, _, _) -> "a check of its own: " + says;
      case Home.Clause(String id, String says) ->
          "said of each link, clause [%s](access-paths/owa.md): %s".formatted(id, says);
      case Home.Verification(List<String> numbers, _, String says) ->
          says + ", after the remedy of " + links(numbers);
      case Home.Silence(String why, _, List<String> silenced) ->
          "an exception that silences " + links(silenced) + ": " + why;
    };
  }

  private static String links(List<String> numbers) {
    return numbers.stream().map(FoundingTexts::link).collect(Collectors.joining(", "));
  }

  private static String link(String number) {
    return "[%s](guidelines/%s.md)".formatted(number, number);
  }
}
