package io.casguard.guidelines;

import static io.casguard.guidelines.Severity.INFO;
import static io.casguard.guidelines.Severity.WARNING;
import static io.casguard.guidelines.Source.Text.AA997633;
import static io.casguard.topology.Certainty.INFERRED;
import static io.casguard.topology.Vocabulary.EXPORTED_AT;
import static io.casguard.topology.Vocabulary.SITES;
import static io.casguard.topology.Vocabulary.SITE_SCOPE;

import io.casguard.topology.Directory;
import io.casguard.topology.Known;
import io.casguard.topology.Organization;
import io.casguard.topology.Path;
import io.casguard.topology.Protocol;
import java.time.Instant;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A checker that finds scopes that no client can match.
final class ScopesNameDeclaredSites implements Rule {
  private static final Guideline GUIDELINE =
      Guideline.numbered("CAP-314")
          .says("An AutoDiscoverSiteScope names sites that exist.")
          .because(
              """
              Outlook compares the site of its computer with the names in the scope. A name that no site has, misspelt or of a site that was renamed, matches nobody, and the people who were meant ask any server.
              """)
          .source(
              AA997633, "the scope is compared with the names of Active Directory sites", INFERRED)
          .example(
              "Its own site and a branch, in any case",
              """
              sites:
                leeds: {servers: {LEE-CAS1: {autodiscover: {siteScope: [Leeds, HARROGATE]}}}}
                harrogate: {servers: {}}
              """)
          .example(
              "No scope at all",
              """
              sites:
                leeds: {servers: {LEE-CAS1: {autodiscover: {siteScope: null}}}}
              """)
          .example(
              "Misspelt",
              """
              sites:
                leeds:
                  servers:
                    LEE-CAS1:
                      autodiscover:
                        siteScope: [leeds, harogate]  # CAP-314
                harrogate: {servers: {}}
              """)
          .example(
              "Nothing is left of the scope",
              """
              sites:
                leeds:
                  servers:
                    LEE-CAS1:
                      autodiscover:
                        siteScope: [Default-First-Site-Name]  # CAP-314
              """)
          .example(
              "An export lists only sites with Exchange, so that it is a question",
              """
              exportedAt: 2009-03-02T08:00:00Z
              sites:
                leeds:
                  servers:
                    LEE-CAS1:
                      autodiscover:
                        siteScope: [leeds, harrogate]  # CAP-314
              """)
          .reads(SITE_SCOPE, EXPORTED_AT)
          .consequence("The people who were meant ask any Client Access server, however far.")
          .verify(
              "Each name that Get-ClientAccessServer | fl AutoDiscoverSiteScope prints is one that Get-AdSite lists.")
          .hits(Hits.MAILBOXES_OF_THE_SITE, Protocol.AUTODISCOVER);

  @Override
  public Guideline guideline() {
    return GUIDELINE;
  }

  @Override
  public Stream<Verdict> check(Organization organization) {
    return ServiceConnectionPoints.each(
        GUIDELINE, organization, SITE_SCOPE, point -> tell(organization, point));
  }

  private static Verdict tell(Organization organization, Directory point) {
    return switch (point.get(SITE_SCOPE)) {
      case Known.Absent<SortedSet<String>>() ->
          GUIDELINE.notApplicable(point, () -> point.host() + " has no scope");
      case Known.Unsaid<SortedSet<String>>(Path what) ->
          GUIDELINE.notChecked(point, "the scope of " + point.host() + " is unsaid", what);
      case Known.Value<SortedSet<String>>(SortedSet<String> scope) ->
          organization.sites().isEmpty()
              ? GUIDELINE.notChecked(point, "no site is declared", Path.SPEC.key(SITES.name()))
              : compared(organization, point, scope);
    };
  }

  private static Verdict compared(
      Organization organization, Directory point, SortedSet<String> scope) {
    SortedSet<String> unknown =
        scope.stream()
            .filter(name -> organization.siteNamed(name).isEmpty())
            .collect(Collectors.toCollection(TreeSet::new));
    if (unknown.isEmpty()) {
      return GUIDELINE.conforms(point);
    }
    boolean exported = organization.get(EXPORTED_AT) instanceof Known.Value<Instant>;
    Violation found =
        GUIDELINE.violated(
            organization,
            point,
            point.path().key(SITE_SCOPE.name()),
            exported ? INFO : WARNING,
            "has "
                + String.join(", ", unknown)
                + " in its scope, which "
                + (exported
                    ? "is no site with Exchange: does it exist?"
                    : "is the name of no site"));
    return (exported
            ? found.asking().step("Declare the site, without servers, or take it out of the scope.")
            : found.remedy(ServiceConnectionPoints.narrowed(point, unknown)))
        .departs();
  }
}
