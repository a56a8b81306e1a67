package io.casguard.guidelines;

import static io.casguard.guidelines.Severity.ERROR;
import static io.casguard.topology.Vocabulary.ALLOW_INTERNAL_UNTRUSTED_CERTS;
import static io.casguard.topology.Vocabulary.INTERNET_FACING;
import static io.casguard.topology.Vocabulary.SERVER_CERTIFICATE;
import static io.casguard.topology.Vocabulary.SETTINGS_KEY;
import static io.casguard.topology.Vocabulary.SITE_INTENT;
import static io.casguard.topology.Vocabulary.TRUSTED_BY_SERVERS;

import io.casguard.topology.Holds;
import io.casguard.topology.Organization;
import io.casguard.topology.Part;
import io.casguard.topology.Path;
import io.casguard.topology.Protocol;
import io.casguard.topology.Server;
import io.casguard.topology.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A checker that finds Client Access servers that refuse the certificates of those they proxy to.
final class ProxyTargetsAreTrustedWhereTrustIsAsked implements Rule {
  private static final SortedMap<String, Protocol> WORDS =
      new TreeMap<>(Map.of("owa", Protocol.OWA, "webServices", Protocol.EWS));

  private static final Guideline GUIDELINE =
      Guideline.numbered("CAP-328")
          .says(
              "A Client Access server that accepts only trusted certificates proxies only to servers whose certificates it trusts.")
          .because(
              """
              As Setup leaves it, a Client Access server accepts the self-signed certificate of another: it encrypts and proves nothing. The registry value AllowInternalUntrustedCerts 0 ends that, and then every target needs a certificate that servers trust.
              """)
          .source(
              Source.Text.EV43,
              "AllowInternalUntrustedCerts is 0, and the second server has no trusted certificate")
          .example(
              "Trust is not asked for, and where it is, it is there",
              """
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1: {owa: {externalUrl: https://mail.example.com/owa}}
                    SEA-CAS2: {owa: {externalUrl: https://mail.example.com/owa}, settings: {allowInternalUntrustedCerts: true}}
                leeds:
                  internetFacing: false
                  servers:
                    LEE-CAS1: {owa: {windowsAuthentication: true, formsAuthentication: false}}
              """)
          .example(
              "The targets have certificates that servers trust",
              """
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1: {owa: {externalUrl: https://mail.example.com/owa}, settings: {allowInternalUntrustedCerts: false}}
                leeds:
                  internetFacing: false
                  servers:
                    LEE-CAS1:
                      owa: {windowsAuthentication: true, formsAuthentication: false}
                      certificate: {subject: lee-cas1.example.com, trustedByServers: true}
              """)
          .example(
              "OWA of Leeds is redirected, and only OWA asks for trust",
              """
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1:
                      owa: {externalUrl: https://mail.example.com/owa}
                      settings: {allowInternalUntrustedCerts: {owa: false, webServices: true}}
                leeds:
                  internetFacing: true
                  servers:
                    LEE-CAS1: {owa: {externalUrl: https://leeds.example.com/owa}}
              """)
          .example(
              "The child has the certificate that Setup made",
              """
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1:
                      owa: {externalUrl: https://mail.example.com/owa}
                      settings:
                        allowInternalUntrustedCerts: false  # CAP-328
                leeds:
                  internetFacing: false
                  servers:
                    LEE-CAS1: {owa: {windowsAuthentication: true, formsAuthentication: false}}
              """)
          .reads(ALLOW_INTERNAL_UNTRUSTED_CERTS, TRUSTED_BY_SERVERS, INTERNET_FACING, SITE_INTENT)
          .consequence(
              "People of the other site who enter here are refused, with event MSExchange OWA 43.")
          .verify("Open OWA here with a mailbox of the other site; event 43 no longer appears.")
          .hits(Hits.MAILBOXES_OF_OTHER_SITES, Protocol.OWA, Protocol.EWS);

  /// A server that others proxy to, for a word of the setting.
  ///
  /// @param untrusted whether servers do not trust its certificate
  /// @param refused whether it is proxied to as well
  private record Target(String word, Site site, Server server, Holds untrusted, Holds refused) {}

  @Override
  public Guideline guideline() {
    return GUIDELINE;
  }

  @Override
  public Stream<Verdict> check(Organization organization) {
    List<Target> targets =
        ofTwoSites(
            organization.sites().stream()
                .flatMap(site -> site.servers().stream().flatMap(server -> targets(site, server)))
                .filter(target -> target.untrusted() != Holds.NO));
    return Each.serverInSite(
        GUIDELINE, organization, (site, server) -> tell(site, server, targets));
  }

  private static Stream<Target> targets(Site site, Server server) {
    Holds untrusted =
        server
            .is2007ClientAccess()
            .and(Holds.of(server.get(SERVER_CERTIFICATE, TRUSTED_BY_SERVERS), yes -> yes).not());
    return Stream.of(
        new Target(
            "owa", site, server, untrusted, untrusted.and(site.isReachedByProxying(Protocol.OWA))),
        new Target("webServices", site, server, untrusted, untrusted));
  }

  /// The first of each sort and the first of it in another site, so that every server finds one
  /// outside its own.
  private static List<Target> ofTwoSites(Stream<Target> all) {
    Map<String, List<Target>> sorts = new TreeMap<>();
    all.forEach(
        target -> {
          List<Target> kept =
              sorts.computeIfAbsent(target.word() + target.refused(), _ -> new ArrayList<>());
          if (kept.isEmpty() || (kept.size() == 1 && kept.getFirst().site() != target.site())) {
            kept.add(target);
          }
        });
    return sorts.values().stream().flatMap(List::stream).toList();
  }

  private static Verdict tell(Site site, Server server, List<Target> targets) {
    Part settings = Part.of(server, SETTINGS_KEY);
    Optional<Target> open = Optional.empty();
    boolean spared = false;
    for (String word : WORDS.keySet()) {
      Holds asks = asksForTrust(settings, word);
      if (asks == Holds.NO) {
        continue;
      }
      Optional<Target> refused = first(targets, word, site, Holds.YES);
      if (asks == Holds.YES && refused.isPresent()) {
        return departs(settings, refused.get()).departs();
      }
      spared |= first(targets, word, site, Holds.NO).isPresent();
      open = open.or(() -> refused.or(() -> first(targets, word, site, Holds.UNSAID)));
    }
    if (open.isPresent()) {
      return notChecked(settings, open.get());
    }
    return spared
        ? GUIDELINE.notApplicable(settings, () -> "servers that are not trusted are not proxied to")
        : GUIDELINE.conforms(settings);
  }

  private static Optional<Target> first(
      List<Target> targets, String word, Site site, Holds refused) {
    return targets.stream()
        .filter(it -> it.word().equals(word) && it.site() != site && it.refused() == refused)
        .findFirst();
  }

  /// A word that the table leaves out is as Setup leaves it, where Setup's defaults hold.
  private static Holds asksForTrust(Part settings, String word) {
    Holds missing = settings.host().organization().hasSetupDefaults() ? Holds.NO : Holds.UNSAID;
    return switch (Holds.of(settings.get(ALLOW_INTERNAL_UNTRUSTED_CERTS), _ -> true)) {
      case NO -> Holds.NO;
      case UNSAID -> Holds.UNSAID;
      case YES ->
          settings
              .get(ALLOW_INTERNAL_UNTRUSTED_CERTS)
              .toOptional()
              .flatMap(table -> Optional.ofNullable(table.get(word)))
              .map(allowed -> Holds.of(!allowed))
              .orElse(missing);
    };
  }

  private static Verdict notChecked(Part settings, Target target) {
    List<Path> unsaid = new ArrayList<>();
    if (asksForTrust(settings, target.word()) == Holds.UNSAID) {
      unsaid.add(settings.path().key(ALLOW_INTERNAL_UNTRUSTED_CERTS.name()));
    }
    if (target.refused() == Holds.UNSAID) {
      unsaid.add(
          target.server().path().key(SERVER_CERTIFICATE.name()).key(TRUSTED_BY_SERVERS.name()));
    }
    return GUIDELINE.notChecked(
        settings,
        "whether "
            + settings.host()
            + " accepts the certificate of "
            + target.server()
            + " is unsaid, and the shell cannot show it",
        unsaid);
  }

  private static Violation departs(Part settings, Target target) {
    Server server = settings.host();
    SortedMap<String, Boolean> allowed = new TreeMap<>();
    WORDS.keySet().forEach(word -> allowed.put(word, true));
    return GUIDELINE
        .violated(
            server.organization(),
            settings,
            settings.path().key(ALLOW_INTERNAL_UNTRUSTED_CERTS.name()),
            ERROR,
            "accepts only trusted certificates, and proxies to "
                + target.server()
                + ", whose certificate servers do not trust",
            target.word().equals("owa")
                ? new Protocol[] {Protocol.OWA}
                : new Protocol[] {Protocol.EWS})
        .remedy(Edit.set(settings, ALLOW_INTERNAL_UNTRUSTED_CERTS, allowed))
        .step(
            "Either give "
                + target.server()
                + " a certificate that servers trust, or delete the registry value AllowInternalUntrustedCerts on "
                + server
                + " and run iisreset /noforce.");
  }
}
