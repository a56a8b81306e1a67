package io.casguard.guidelines;

import static io.casguard.guidelines.Severity.WARNING;
import static io.casguard.guidelines.Source.Text.SETOWA;
import static io.casguard.topology.Vocabulary.FORMS_AUTHENTICATION;
import static io.casguard.topology.Vocabulary.INTERNET_FACING;
import static io.casguard.topology.Vocabulary.SITE_INTENT;
import static io.casguard.topology.Vocabulary.WINDOWS_AUTHENTICATION;

import io.casguard.topology.Directory;
import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Holds;
import io.casguard.topology.Organization;
import io.casguard.topology.Protocol;
import java.util.Set;
import java.util.stream.Stream;

/// A checker that finds OWA directories that were changed outside Exchange.
final class FormsAndIntegratedExclude implements Rule {
  private static final Guideline GUIDELINE =
      Guideline.numbered("CAP-307")
          .says("An OWA directory shows a logon form or accepts Integrated, never both.")
          .because(
              """
              Setting FormsAuthentication turns Integrated off. Both together were not set by the shell but behind its back, and nobody can tell what the directory does.
              """)
          .source(SETOWA, "FormsAuthentication true sets WindowsAuthentication false")
          .example(
              "The form at one, Integrated at the other; Basic goes with both",
              """
              sites:
                seattle: {internetFacing: true, servers: {SEA-CAS1: {owa: {externalUrl: https://mail.example.com/owa}}}}
                leeds: {internetFacing: false, servers: {LEE-CAS1: {owa: {windowsAuthentication: true, formsAuthentication: false, basicAuthentication: true}}}}
              """)
          .example(
              "Two web sites, one for each",
              """
              sites:
                leeds:
                  internetFacing: false
                  servers:
                    LEE-CAS1:
                      owa:
                        - {name: owa (Default Web Site), windowsAuthentication: true, formsAuthentication: false}
                        - {name: owa (Inside)}
              """)
          .example(
              "Changed in IIS Manager",
              """
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1:
                      owa:
                        externalUrl: https://mail.example.com/owa
                        formsAuthentication: true
                        windowsAuthentication: true  # CAP-307
                leeds:
                  internetFacing: false
                  servers:
                    LEE-CAS1:
                      owa:
                        formsAuthentication: true
                        windowsAuthentication: true  # CAP-307
              """)
          .reads(FORMS_AUTHENTICATION, WINDOWS_AUTHENTICATION, SITE_INTENT, INTERNET_FACING)
          .consequence("What people meet here cannot be told: a form, a prompt or a refusal.")
          .verify(
              "Get-OwaVirtualDirectory: one of FormsAuthentication and WindowsAuthentication is True.")
          .hits(Hits.EVERYBODY, Protocol.OWA);

  @Override
  public Guideline guideline() {
    return GUIDELINE;
  }

  @Override
  public Stream<Verdict> check(Organization organization) {
    return Each.directory(
        GUIDELINE, organization, Set.of(DirectoryKind.OWA), FormsAndIntegratedExclude::tell);
  }

  private static Verdict tell(Directory owa) {
    return switch (owa.showsForm().and(owa.acceptsIntegrated())) {
      case NO -> GUIDELINE.conforms(owa);
      case UNSAID ->
          GUIDELINE.notChecked(
              owa,
              "which authentication " + owa + " has is unsaid",
              owa.path().key(FORMS_AUTHENTICATION.name()),
              owa.path().key(WINDOWS_AUTHENTICATION.name()));
      case YES ->
          GUIDELINE
              .violated(
                  owa.host().organization(),
                  owa,
                  owa.path().key(WINDOWS_AUTHENTICATION.name()),
                  WARNING,
                  "shows a form and accepts Integrated: it was changed outside Exchange")
              .remedy(
                  Edit.set(owa, FORMS_AUTHENTICATION, !isProxiedTo(owa)),
                  Edit.set(owa, WINDOWS_AUTHENTICATION, isProxiedTo(owa)))
              .departs();
    };
  }

  private static boolean isProxiedTo(Directory owa) {
    return owa.site()
        .filter(site -> site.isReachedByProxying(Protocol.OWA) == Holds.YES)
        .isPresent();
  }
}
