package io.casguard.impact;

import static io.casguard.guidelines.Severity.WARNING;
import static io.casguard.guidelines.Source.Text.BB885049;
import static io.casguard.guidelines.Source.Text.SB;
import static io.casguard.topology.Certainty.INFERRED;
import static io.casguard.topology.Protocol.OWA;
import static io.casguard.topology.Vocabulary.EXTERNAL_URL;
import static io.casguard.topology.Vocabulary.FORMS_AUTHENTICATION;
import static io.casguard.topology.Vocabulary.INTERNET_FACING;
import static io.casguard.topology.Vocabulary.PUBLISHED_FROM;
import static io.casguard.topology.Vocabulary.PUBLISHED_SERVERS;
import static io.casguard.topology.Vocabulary.REDIRECT_TO_OPTIMAL_OWA_SERVER;
import static io.casguard.topology.Vocabulary.SINGLE_URL;
import static io.casguard.topology.Vocabulary.SITE_INTENT;
import static io.casguard.topology.Vocabulary.WINDOWS_AUTHENTICATION;

import io.casguard.accesspaths.AccessPath;
import io.casguard.accesspaths.Outcome;
import io.casguard.accesspaths.Simulator;
import io.casguard.guidelines.Edit;
import io.casguard.guidelines.Guideline;
import io.casguard.guidelines.Hits;
import io.casguard.guidelines.Rule;
import io.casguard.guidelines.Verdict;
import io.casguard.guidelines.Violation;
import io.casguard.impact.Entries.Entered;
import io.casguard.topology.Directory;
import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Holds;
import io.casguard.topology.Intent;
import io.casguard.topology.Known;
import io.casguard.topology.Organization;
import io.casguard.topology.Path;
import io.casguard.topology.Role;
import io.casguard.topology.Site;
import io.casguard.topology.Url;
import io.casguard.topology.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A checker that finds sites with an address of their own where the owner wants one for everybody.
final class OneAddressServesEverybody implements Rule {
  private static final Guideline GUIDELINE =
      Guideline.numbered("CAP-203")
          .says(
              "Where one common URL is wanted, Outlook Web Access of every mailbox site is reached by proxying behind one external host.")
          .because(
              """
              A Client Access server that proxies does so behind the scenes: people keep the one address, wherever their mailbox is. Redirection shows them another.
              The goal is stated, intent: {singleUrl: true}; nobody infers it. Beside the external hosts, the outcome of requests is asked: people of each mailbox site who enter at the common address must not be redirected.
              Access paths exist for Outlook Web Access only, so the goal is checked for it alone; ActiveSync is the business of CAP-202. POP3 and IMAP4 can have no common URL at all, which is CAP-206.
              """)
          .source(SB, "You must use proxying if you want to have 1 common URL.")
          .source(
              SB,
              "This is because even if a client connects to a CAS in another site, that CAS server will do the proxying behind the scenes.")
          .source(
              BB885049, "where the other site has an external URL, people are shown it", INFERRED)
          .example(
              "Everybody enters in Seattle",
              """
              domain: example.com
              intent: {singleUrl: true}
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1: {owa: {externalUrl: https://mail.example.com/owa}}
                    SEA-CAS2: {owa: {externalUrl: https://mail.example.com/owa}}
                    SEA-MBX1: {roles: [Mailbox]}
                leeds:
                  internetFacing: false
                  servers:
                    LEE-CAS1: {owa: {windowsAuthentication: true, formsAuthentication: false}}
                    LEE-MBX1: {roles: [Mailbox]}
              """)
          .example(
              "Nobody wants one common URL",
              """
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1: {owa: {externalUrl: https://mail.example.com/owa}}
                    SEA-MBX1: {roles: [Mailbox]}
                leeds:
                  internetFacing: true
                  servers:
                    LEE-CAS1: {owa: {externalUrl: https://leeds.example.com/owa}}
                    LEE-MBX1: {roles: [Mailbox]}
              """)
          .example(
              "A refusal on the way is another guideline's business",
              """
              domain: example.com
              intent: {singleUrl: true}
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1: {owa: {externalUrl: https://mail.example.com/owa}}
                    SEA-MBX1: {roles: [Mailbox]}
                leeds:
                  internetFacing: false
                  servers:
                    LEE-CAS1: {owa: {formsAuthentication: true}}
                    LEE-MBX1: {roles: [Mailbox]}
              """)
          .example(
              "Leeds has an address of its own; nobody said whether it is meant to",
              """
              domain: example.com
              intent: {singleUrl: true}
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1: {owa: {externalUrl: https://mail.example.com/owa}}
                    SEA-MBX1: {roles: [Mailbox]}
                leeds:
                  servers:
                    LEE-CAS1:
                      owa:
                        externalUrl: https://leeds.example.com/owa  # CAP-203
                    LEE-MBX1: {roles: [Mailbox]}
              publishing:
                mail.example.com: {from: [internet], servers: [SEA-CAS1]}
              """)
          .example(
              "Two doors to the Internet, and one address wanted",
              """
              domain: example.com
              intent: {singleUrl: true}
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1: {owa: {externalUrl: https://mail.example.com/owa}}
                    SEA-CAS2:
                      owa:
                        externalUrl: https://mail2.example.com/owa  # CAP-203
                    SEA-MBX1: {roles: [Mailbox]}
                leeds:
                  internetFacing: true
                  servers:
                    LEE-CAS1:
                      owa:
                        externalUrl: https://leeds.example.com/owa  # CAP-203
                    LEE-MBX1: {roles: [Mailbox]}
              publishing:
                mail.example.com: {from: [internet], servers: [SEA-CAS1]}
              """)
          .reads(
              SINGLE_URL,
              EXTERNAL_URL,
              INTERNET_FACING,
              PUBLISHED_FROM,
              PUBLISHED_SERVERS,
              REDIRECT_TO_OPTIMAL_OWA_SERVER,
              SITE_INTENT)
          .consequence(
              "People of this site are shown another address than the common one when they enter there.")
          .verify(
              "With a mailbox of each site, open Outlook Web Access at the common URL: the address bar keeps it, and no page with a link appears.")
          .hits(Hits.MAILBOXES_OF_THE_SITE, OWA);

  @Override
  public Guideline guideline() {
    return GUIDELINE;
  }

  @Override
  public Stream<Verdict> check(Organization organization) {
    boolean wanted =
        organization
            .get(Vocabulary.ORGANIZATION_INTENT, SINGLE_URL)
            .equals(new Known.Value<>(true));
    if (!wanted) {
      return Stream.of(
          GUIDELINE.notApplicable(organization, () -> "no common URL is stated to be wanted"));
    }
    Set<Path> open =
        organization.sites().stream()
            .filter(
                site ->
                    site.publishes(DirectoryKind.OWA) == Holds.UNSAID
                        || site.has2007(Role.MAILBOX) == Holds.UNSAID)
            .map(Site::path)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    Optional<SharedAddress> common = SharedAddress.of(organization);
    return common
        .map(address -> tell(organization, address, open))
        .orElseGet(
            () ->
                Stream.of(
                    open.isEmpty()
                        ? GUIDELINE.notApplicable(
                            organization, () -> "no site has an external OWA URL")
                        : unsaid(organization, open)));
  }

  private static Stream<Verdict> tell(
      Organization organization, SharedAddress common, Set<Path> open) {
    Entries entries = Entries.at(common.site(), Simulator.of(organization));
    return organization.sites().stream()
        .filter(site -> site.has2007(Role.MAILBOX) != Holds.NO)
        .flatMap(site -> tell(site, common, entries, open));
  }

  private static Stream<Verdict> tell(
      Site site, SharedAddress common, Entries entries, Set<Path> open) {
    List<Verdict> others =
        site.directories(DirectoryKind.OWA)
            .flatMap(owa -> another(owa, common).stream().map(url -> departs(owa, url, common)))
            .map(Violation::departs)
            .toList();
    if (!others.isEmpty()) {
      return others.stream();
    }
    if (!open.isEmpty()) {
      Path asked = open.contains(site.path()) ? site.path() : open.iterator().next();
      return Stream.of(
          GUIDELINE.notChecked(
              site, "the external OWA URL of " + asked.name() + " is unsaid", List.of(asked)));
    }
    return site == common.site()
        ? Stream.of(GUIDELINE.conforms(site))
        : Stream.of(
            entries
                .enteredFor(site)
                .flatMap(entered -> entered(site, entered).stream())
                .findFirst()
                .orElseGet(() -> GUIDELINE.conforms(site)));
  }

  private static Optional<Url> another(Directory owa, SharedAddress common) {
    return owa.get(EXTERNAL_URL)
        .toOptional()
        .filter(url -> !url.host().equals(Optional.of(common.host())));
  }

  private static Verdict unsaid(Organization organization, Set<Path> open) {
    return GUIDELINE.notChecked(
        organization, "it is unsaid whether sites have an external OWA URL", List.copyOf(open));
  }

  /// What an access path says against the goal, if anything.
  private static Optional<Verdict> entered(Site site, Entered entered) {
    if (!(entered.simulation() instanceof AccessPath path)) {
      return Optional.empty();
    }
    return switch (path.outcome()) {
      case Outcome.RedirectLink(_, Url url) -> Optional.of(redirected(site, entered, url));
      case Outcome.RedirectSilent(_, Url url) -> Optional.of(redirected(site, entered, url));
      case Outcome.Undetermined(List<Path> what) ->
          Optional.of(
              GUIDELINE.notChecked(
                  site,
                  "what happens to people of "
                      + site
                      + " who enter at "
                      + entered.entry()
                      + " is undetermined",
                  what));
      case Outcome.Local _,
          Outcome.Proxy _,
          Outcome.LegacyProxy _,
          Outcome.Redirect451 _,
          Outcome.Redirect302 _,
          Outcome.DirectRpc _,
          Outcome.PublicFolderLookup _,
          Outcome.Blocked _,
          Outcome.Fail _ ->
          Optional.empty();
    };
  }

  private static Verdict redirected(Site site, Entered entered, Url url) {
    Directory owa =
        site.directories(DirectoryKind.OWA)
            .filter(it -> it.get(EXTERNAL_URL).toOptional().filter(url::sameAs).isPresent())
            .findFirst()
            .orElseThrow();
    return violated(
            owa,
            "publishes "
                + url
                + ", so that people of "
                + site
                + " who enter at "
                + entered.entry()
                + " are redirected although one common URL is wanted")
        .check("redirect")
        .remedy(toGetProxying(site))
        .departs();
  }

  private static Violation departs(Directory owa, Url url, SharedAddress common) {
    Site site = owa.site().orElseThrow();
    Violation found =
        violated(
            owa,
            "publishes "
                + url
                + " although one common URL is wanted, which is that of "
                + common.host());
    if (site == common.site()) {
      return found.remedy(
          List.of(
              Edit.set(
                  owa,
                  EXTERNAL_URL,
                  new Url("https://" + common.host() + DirectoryKind.OWA.urlPath()))));
    }
    return site.facing().isStatedYes()
        ? found.step(
            "Give up the goal, intent: {singleUrl: true}; or let "
                + site
                + " be reached by proxying: state internetFacing: false and take its external URLs away.")
        : found.remedy(toGetProxying(site));
  }

  /// Without its external URL a site that is meant to be proxied to is, and every directory where
  /// that lands must accept Integrated.
  private static List<Edit> toGetProxying(Site site) {
    List<Edit> edits = new ArrayList<>();
    if (!site.intended(OWA).isProxy()) {
      edits.add(Edit.set(site, SITE_INTENT, proxying(site)));
    }
    site.directories(DirectoryKind.OWA)
        .forEach(
            owa -> {
              if (owa.get(EXTERNAL_URL) instanceof Known.Value<Url>) {
                edits.add(Edit.clear(owa, EXTERNAL_URL));
              }
              if (owa.showsForm() != Holds.NO) {
                edits.add(Edit.set(owa, FORMS_AUTHENTICATION, false));
              }
            });
    Stream.of(DirectoryKind.OWA, DirectoryKind.WEB_SERVICES, DirectoryKind.ACTIVE_SYNC)
        .flatMap(site::directories)
        .filter(at -> at.acceptsIntegrated() != Holds.YES)
        .forEach(at -> edits.add(Edit.set(at, WINDOWS_AUTHENTICATION, true)));
    return edits;
  }

  private static SortedMap<String, Intent> proxying(Site site) {
    SortedMap<String, Intent> wanted =
        new TreeMap<>(site.get(SITE_INTENT).toOptional().orElseGet(TreeMap::new));
    wanted.put(OWA.key(), Intent.PROXY);
    return wanted;
  }

  private static Violation violated(Directory owa, String message) {
    return GUIDELINE.violated(
        owa.host().organization(), owa, owa.path().key(EXTERNAL_URL.name()), WARNING, message, OWA);
  }
}
