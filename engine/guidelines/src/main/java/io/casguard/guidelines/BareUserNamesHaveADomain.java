package io.casguard.guidelines;

import static io.casguard.guidelines.Severity.WARNING;
import static io.casguard.topology.Vocabulary.DEFAULT_DOMAIN;
import static io.casguard.topology.Vocabulary.DOMAIN;
import static io.casguard.topology.Vocabulary.FORMS_AUTHENTICATION;
import static io.casguard.topology.Vocabulary.LOGON_FORMAT;

import io.casguard.topology.Directory;
import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Holds;
import io.casguard.topology.LogonFormat;
import io.casguard.topology.Organization;
import io.casguard.topology.Path;
import io.casguard.topology.Protocol;
import java.util.Set;
import java.util.stream.Stream;

/// A checker that finds logon forms for bare user names that no domain is put before.
final class BareUserNamesHaveADomain implements Rule {
  private static final Guideline GUIDELINE =
      Guideline.numbered("CAP-326")
          .says("Where people log on with a bare user name, a default domain is set.")
          .because(
              """
              With LogonFormat UserName the form asks for the name alone, and DefaultDomain says which domain it is in. Where that is empty, nobody is found.
              """)
          .source(Source.Text.SETOWA, "LogonFormat UserName needs DefaultDomain")
          .example(
              "Bare names with a domain, and names that carry one",
              """
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1: {owa: {externalUrl: https://mail.example.com/owa, logonFormat: UserName, defaultDomain: example}}
                    SEA-CAS2: {owa: {externalUrl: https://mail.example.com/owa, logonFormat: PrincipalName}}
              """)
          .example(
              "No form asks for anything",
              """
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1: {owa: {externalUrl: https://mail.example.com/owa, logonFormat: UserName, formsAuthentication: false}}
              """)
          .example(
              "Bare names without a domain",
              """
              domain: example.com
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1:
                      owa:
                        externalUrl: https://mail.example.com/owa
                        logonFormat: UserName
                        defaultDomain: null  # CAP-326
              """)
          .reads(LOGON_FORMAT, DEFAULT_DOMAIN, FORMS_AUTHENTICATION, DOMAIN)
          .consequence("People who type their user name alone, as the form asks, are refused.")
          .verify(
              "Log on at the form with a user name alone; Get-OwaVirtualDirectory shows DefaultDomain.")
          .hits(Hits.EVERYBODY, Protocol.OWA);

  @Override
  public Guideline guideline() {
    return GUIDELINE;
  }

  @Override
  public Stream<Verdict> check(Organization organization) {
    return Each.directory(
        GUIDELINE, organization, Set.of(DirectoryKind.OWA), BareUserNamesHaveADomain::tell);
  }

  private static Verdict tell(Directory owa) {
    Holds bare = Holds.of(owa.get(LOGON_FORMAT), format -> format == LogonFormat.USER_NAME);
    Holds domain = Holds.of(owa.get(DEFAULT_DOMAIN), name -> !name.isBlank());
    if (owa.showsForm() == Holds.NO) {
      return GUIDELINE.notApplicable(owa, () -> "it shows no logon form");
    }
    return switch (bare.and(domain.not())) {
      case NO -> GUIDELINE.conforms(owa);
      case UNSAID -> {
        Path path = owa.path();
        yield GUIDELINE.notChecked(
            owa,
            "what people type at the form of " + owa + ", or the default domain, is unsaid",
            Stream.of(
                    bare == Holds.UNSAID ? LOGON_FORMAT : DEFAULT_DOMAIN,
                    domain == Holds.UNSAID ? DEFAULT_DOMAIN : LOGON_FORMAT)
                .map(key -> path.key(key.name()))
                .toList());
      }
      case YES -> departs(owa).departs();
    };
  }

  private static Violation departs(Directory owa) {
    Organization organization = owa.host().organization();
    Violation found =
        GUIDELINE.violated(
            organization,
            owa,
            owa.path().key(DEFAULT_DOMAIN.name()),
            WARNING,
            "asks for a bare user name and has no default domain");
    return organization
        .get(DOMAIN)
        .toOptional()
        .map(
            domain ->
                found
                    .remedy(Edit.set(owa, DEFAULT_DOMAIN, domain))
                    .step("Where people's accounts are in another domain, name that one."))
        .orElseGet(
            () ->
                found.step(
                    "Set-OwaVirtualDirectory with -DefaultDomain and the domain of people's accounts."));
  }
}
