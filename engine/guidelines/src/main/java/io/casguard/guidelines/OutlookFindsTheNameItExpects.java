package io.casguard.guidelines;

import static io.casguard.guidelines.Severity.ERROR;
import static io.casguard.guidelines.Severity.WARNING;
import static io.casguard.guidelines.Source.Text.OACERT;
import static io.casguard.topology.Vocabulary.CERT_PRINCIPAL_NAME;
import static io.casguard.topology.Vocabulary.EXTERNAL_HOSTNAME;
import static io.casguard.topology.Vocabulary.OUTLOOK_ANYWHERE_ENABLED;
import static io.casguard.topology.Vocabulary.SUBJECT;

import io.casguard.topology.Certificate;
import io.casguard.topology.Holds;
import io.casguard.topology.Known;
import io.casguard.topology.Organization;
import io.casguard.topology.OutlookProvider;
import io.casguard.topology.Part;
import io.casguard.topology.Path;
import io.casguard.topology.Protocol;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// A checker that finds certificates that Outlook outside refuses without saying so.
final class OutlookFindsTheNameItExpects implements Rule {
  private static final String PREFIX = "msstd:";

  private static final Guideline GUIDELINE =
      Guideline.numbered("CAP-334")
          .says(
              "The subject of the certificate is the external host name of Outlook Anywhere, or the certPrincipalName of the EXPR provider.")
          .because(
              """
              Autodiscover tells Outlook which principal name the certificate must have: that of the EXPR provider, which there is one of for the whole organization, else the external host name. Outlook compares it with the subject, an alternative name is not enough, and asks for the password again and again where they differ.
              """)
          .source(
              OACERT,
              "the principal name is compared with the certificate's subject; Set-OutlookProvider EXPR -CertPrincipalName msstd:<name> where it is not the external host name")
          .example(
              "The subject is the host name",
              """
              domain: example.com
              sites:
                leeds:
                  servers:
                    LEE-CAS1:
                      outlookAnywhere: {enabled: true, externalHostname: mail.example.com}
                      certificate: {subject: mail.example.com, alternativeNames: [lee-cas1.example.com]}
                    LEE-CAS2: {roles: [ClientAccess]}
              """)
          .example(
              "An asterisk, and the provider says so",
              """
              domain: example.com
              outlookProviders: {EXPR: {certPrincipalName: "msstd:*.example.com"}}
              sites:
                leeds:
                  servers:
                    LEE-CAS1:
                      outlookAnywhere: {enabled: true, externalHostname: mail.example.com}
                      certificate: {subject: "*.example.com", alternativeNames: []}
              """)
          .example(
              "Two hosts that show one certificate",
              """
              domain: example.com
              outlookProviders: {expr: {certPrincipalName: mail.example.com}}
              sites:
                leeds:
                  servers:
                    LEE-CAS1:
                      outlookAnywhere: {enabled: true, externalHostname: mail.example.com}
                      certificate: {subject: mail.example.com, alternativeNames: [leeds.example.com]}
                    LEE-CAS2:
                      outlookAnywhere: {enabled: true, externalHostname: leeds.example.com}
                      certificate: {subject: mail.example.com, alternativeNames: [leeds.example.com]}
              """)
          .example(
              "The host is only an alternative name",
              """
              domain: example.com
              sites:
                leeds:
                  servers:
                    LEE-CAS1:
                      outlookAnywhere:
                        enabled: true
                        externalHostname: outlook.example.com  # CAP-334
                      certificate: {subject: mail.example.com, alternativeNames: [outlook.example.com]}
              """)
          .example(
              "The provider still has a name of earlier",
              """
              domain: example.com
              outlookProviders: {EXPR: {certPrincipalName: "msstd:old.example.com"}}
              sites:
                seattle:
                  servers:
                    SEA-CAS1:
                      outlookAnywhere:
                        enabled: true
                        externalHostname: mail.example.com  # CAP-334
                      certificate: {subject: mail.example.com, alternativeNames: []}
                leeds:
                  servers:
                    LEE-CAS1:
                      outlookAnywhere:
                        enabled: true
                        externalHostname: leeds.example.com  # CAP-334
                      certificate: {subject: leeds.example.com, alternativeNames: []}
              """)
          .example(
              "One name of the provider cannot be that of two certificates",
              """
              domain: example.com
              outlookProviders:
                EXPR:
                  certPrincipalName: msstd:mail.example.com
              sites:
                seattle:
                  servers:
                    SEA-CAS1:
                      outlookAnywhere: {enabled: true, externalHostname: mail.example.com}
                      certificate: {subject: mail.example.com, alternativeNames: []}
                leeds:
                  servers:
                    LEE-CAS1:
                      outlookAnywhere:
                        enabled: true
                        externalHostname: leeds.example.com  # CAP-334
                      certificate: {subject: leeds.example.com, alternativeNames: []}
              """)
          .reads(OUTLOOK_ANYWHERE_ENABLED, EXTERNAL_HOSTNAME, SUBJECT, CERT_PRINCIPAL_NAME)
          .consequence("Outlook outside asks for the password again and again.")
          .verify(
              "Outlook's exchange proxy settings show msstd: with the certificate's subject; it connects without asking again.")
          .hits(Hits.EVERYBODY, Protocol.OUTLOOK_ANYWHERE);

  /// Every Outlook Anywhere of the organization together, since one provider speaks for all.
  ///
  /// @param principal what the provider says, without its prefix
  /// @param hosts the external host names
  /// @param subjects the subjects of the certificates that are known
  /// @param named whether every known subject is the host name
  private record All(
      OutlookProvider provider,
      Known<String> principal,
      Set<String> hosts,
      Set<String> subjects,
      boolean named) {}

  @Override
  public Guideline guideline() {
    return GUIDELINE;
  }

  @Override
  public Stream<Verdict> check(Organization organization) {
    All all = all(organization);
    List<Verdict> verdicts =
        OutlookAnywhere.each(GUIDELINE, organization, rpc -> tell(rpc, all)).toList();
    return Stream.concat(verdicts.stream(), oneForMany(organization, all, verdicts).stream());
  }

  private static All all(Organization organization) {
    OutlookProvider provider = OutlookProvider.expr(organization);
    Set<String> hosts = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    Set<String> subjects = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    boolean named = true;
    for (Part rpc :
        organization.servers().stream()
            .filter(
                server ->
                    server.is2007ClientAccess().and(OutlookAnywhere.isEnabledAt(server))
                        == Holds.YES)
            .map(OutlookAnywhere::at)
            .toList()) {
      Optional<String> host = rpc.get(EXTERNAL_HOSTNAME).toOptional();
      host.ifPresent(hosts::add);
      Optional<String> subject = host.flatMap(name -> subject(rpc, name).toOptional());
      subject.ifPresent(subjects::add);
      named = named && (subject.isEmpty() || subject.get().equalsIgnoreCase(host.orElse("")));
    }
    return new All(
        provider,
        provider.get(CERT_PRINCIPAL_NAME).map(OutlookFindsTheNameItExpects::bare),
        hosts,
        subjects,
        named);
  }

  private static Known<String> subject(Part rpc, String host) {
    return switch (Certificate.seenAt(host, rpc.host())) {
      case Known.Value<Certificate>(Certificate certificate) -> certificate.subject();
      case Known.Absent<Certificate>() -> new Known.Absent<>();
      case Known.Unsaid<Certificate>(Path what) -> new Known.Unsaid<>(what);
    };
  }

  private static String bare(String principal) {
    return principal.toLowerCase(Locale.ROOT).startsWith(PREFIX)
        ? principal.substring(PREFIX.length())
        : principal;
  }

  private static Verdict tell(Part rpc, All all) {
    return switch (rpc.get(EXTERNAL_HOSTNAME)) {
      case Known.Absent<String>() ->
          GUIDELINE.notApplicable(rpc, () -> "no host name is the business of CAP-318");
      case Known.Unsaid<String>(Path what) ->
          GUIDELINE.notChecked(rpc, "the external host name of " + rpc.host() + " is unsaid", what);
      case Known.Value<String>(String host) -> compared(rpc, host, all);
    };
  }

  private static Verdict compared(Part rpc, String host, All all) {
    return switch (subject(rpc, host)) {
      case Known.Absent<String>() -> departs(rpc, host, "no subject", all);
      case Known.Unsaid<String>(Path what) ->
          GUIDELINE.notChecked(
              rpc,
              "the subject of the certificate that people see at " + host + " is unsaid",
              what);
      case Known.Value<String>(String subject) ->
          switch (all.principal()) {
            case Known.Unsaid<String>(Path what) ->
                GUIDELINE.notChecked(rpc, "certPrincipalName of EXPR is unsaid", what);
            case Known.Absent<String>() ->
                subject.equalsIgnoreCase(host)
                    ? GUIDELINE.conforms(rpc)
                    : departs(rpc, host, subject, all);
            case Known.Value<String>(String principal) ->
                subject.equalsIgnoreCase(principal)
                    ? GUIDELINE.conforms(rpc)
                    : departs(rpc, principal, subject, all);
          };
    };
  }

  private static Verdict departs(Part rpc, String expected, String subject, All all) {
    Violation found =
        GUIDELINE.violated(
            rpc.host().organization(),
            rpc,
            rpc.path().key(EXTERNAL_HOSTNAME.name()),
            ERROR,
            "makes Outlook expect " + expected + ", and the certificate's subject is " + subject);
    return remedy(all)
        .map(found::remedy)
        .orElseGet(
            () ->
                found.step(
                    "Give each external host name of Outlook Anywhere a certificate whose subject it is, and clear the organization's one name: Set-OutlookProvider EXPR -CertPrincipalName $null"))
        .departs();
  }

  /// One name where one certificate's subject is that of all; none where each subject is its host.
  private static Optional<Edit> remedy(All all) {
    if (all.named() && all.principal() instanceof Known.Value<String>) {
      return Optional.of(Edit.clear(all.provider(), CERT_PRINCIPAL_NAME));
    }
    return all.subjects().size() == 1
        ? all.subjects().stream()
            .findFirst()
            .map(subject -> Edit.set(all.provider(), CERT_PRINCIPAL_NAME, PREFIX + subject))
        : Optional.empty();
  }

  /// Where several hosts share the one name and not every certificate is known, it may fit only one
  /// of them.
  private static Optional<Verdict> oneForMany(
      Organization organization, All all, List<Verdict> verdicts) {
    boolean open = verdicts.stream().anyMatch(Verdict.NotChecked.class::isInstance);
    boolean told = verdicts.stream().anyMatch(Verdict.Departs.class::isInstance);
    boolean fits =
        all.principal()
            .toOptional()
            .filter(name -> all.hosts().stream().allMatch(host -> Certificate.isNameOf(name, host)))
            .isPresent();
    return all.principal() instanceof Known.Value<String>(String name)
            && all.hosts().size() > 1
            && open
            && !told
            && !fits
        ? Optional.of(
            GUIDELINE
                .violated(
                    organization,
                    all.provider(),
                    all.provider().path().key(CERT_PRINCIPAL_NAME.name()),
                    WARNING,
                    "has the certPrincipalName "
                        + name
                        + " for several external host names of Outlook Anywhere: "
                        + String.join(", ", all.hosts()))
                .check("shared")
                .step(
                    "Give each host a certificate whose subject it is, then: Set-OutlookProvider EXPR -CertPrincipalName $null")
                .departs())
        : Optional.empty();
  }
}
