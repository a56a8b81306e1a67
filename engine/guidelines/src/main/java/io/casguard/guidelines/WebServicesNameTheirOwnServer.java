package io.casguard.guidelines;

import static io.casguard.guidelines.Severity.WARNING;
import static io.casguard.guidelines.Source.Text.SETWS;
import static io.casguard.guidelines.Source.Text.SETWS07;
import static io.casguard.topology.Vocabulary.FQDN;
import static io.casguard.topology.Vocabulary.INTERNAL_NLB_BYPASS_URL;
import static io.casguard.topology.Vocabulary.INTERNAL_URL;
import static io.casguard.topology.Vocabulary.VERSION;

import io.casguard.topology.Directory;
import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Holds;
import io.casguard.topology.Key;
import io.casguard.topology.Known;
import io.casguard.topology.Organization;
import io.casguard.topology.Path;
import io.casguard.topology.Protocol;
import io.casguard.topology.Url;
import java.util.Set;
import java.util.stream.Stream;

/// A checker that finds Web Services that other Client Access servers reach by the name of an
/// array.
final class WebServicesNameTheirOwnServer implements Rule {
  private static final Guideline GUIDELINE =
      Guideline.numbered("CAP-305")
          .says(
              "Where the internal URL of Web Services is not the server's own name, InternalNLBBypassUrl is.")
          .because(
              """
              Behind Network Load Balancing the internal URL of Web Services may be the name of the array. Other Client Access servers must still reach this very server: subscriptions live on one of them. They use InternalNLBBypassUrl, where it is set.
              The version as first released has no such property; there the internal URL itself must be the own name.
              """)
          .source(SETWS, "where InternalURL is the array, the bypass is the server itself")
          .source(SETWS07, "InternalNLBBypassUrl, Exchange 2007 SP1 and later")
          .example(
              "As Setup leaves it",
              """
              domain: example.com
              sites:
                seattle:
                  internetFacing: true
                  servers: {SEA-CAS1: {webServices: {}}, SEA-CAS2: {webServices: {internalUrl: https://sea-cas2/EWS/Exchange.asmx}}}
                leeds:
                  internetFacing: false
                  servers: {LEE-CAS1: {owa: {windowsAuthentication: true, formsAuthentication: false}}}
              """)
          .example(
              "The name of the array, and the bypass is the server",
              """
              domain: example.com
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1:
                      webServices: {internalUrl: https://array.example.com/EWS/Exchange.asmx, internalNlbBypassUrl: https://SEA-CAS1.example.com/ews/exchange.asmx}
                leeds:
                  internetFacing: false
                  servers: {LEE-CAS1: {owa: {windowsAuthentication: true, formsAuthentication: false}}}
              """)
          .example(
              "The name of the array, and no bypass; on the first release the internal URL itself",
              """
              domain: example.com
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1:
                      webServices:
                        internalUrl: https://array.example.com/EWS/Exchange.asmx
                        internalNlbBypassUrl: null  # CAP-305
                    SEA-CAS2:
                      webServices:
                        internalUrl: https://array.example.com/EWS/Exchange.asmx
                        internalNlbBypassUrl: https://array.example.com/ews/exchange.asmx  # CAP-305
                    SEA-CAS3:
                      version: 2007
                      webServices:
                        internalUrl: https://array.example.com/EWS/Exchange.asmx  # CAP-305
                leeds:
                  internetFacing: false
                  servers: {LEE-CAS1: {version: 2007, owa: {windowsAuthentication: true, formsAuthentication: false}}}
              """)
          .reads(INTERNAL_URL, INTERNAL_NLB_BYPASS_URL, FQDN, VERSION)
          .consequence(
              "Other Client Access servers reach the array instead of this server: subscriptions break, and Availability fails now and then.")
          .verify(
              "Get-WebServicesVirtualDirectory: InternalNLBBypassUrl begins with the name of the computer.")
          .hits(Hits.EVERYBODY, Protocol.EWS, Protocol.AVAILABILITY);

  @Override
  public Guideline guideline() {
    return GUIDELINE;
  }

  @Override
  public Stream<Verdict> check(Organization organization) {
    return Each.directory(
        GUIDELINE,
        organization,
        Set.of(DirectoryKind.WEB_SERVICES),
        WebServicesNameTheirOwnServer::tell);
  }

  private static Verdict tell(Directory at) {
    return switch (isOwn(at, INTERNAL_URL)) {
      case YES -> GUIDELINE.conforms(at);
      case UNSAID -> unsaid(at, INTERNAL_URL);
      case NO ->
          at.get(INTERNAL_URL) instanceof Known.Value<Url>
              ? bypass(at)
              : GUIDELINE.notApplicable(at, () -> "it has no internal URL");
    };
  }

  private static Verdict bypass(Directory at) {
    if (at.host()
        .version()
        .toOptional()
        .filter(version -> version.servicePack() == 0)
        .isPresent()) {
      return departs(at, INTERNAL_URL, "names another host than the server").departs();
    }
    return switch (isOwn(at, INTERNAL_NLB_BYPASS_URL)) {
      case YES -> GUIDELINE.conforms(at);
      case UNSAID -> unsaid(at, INTERNAL_NLB_BYPASS_URL);
      case NO ->
          departs(
                  at,
                  INTERNAL_NLB_BYPASS_URL,
                  "has an internal URL that is not the server's own name, and no InternalNLBBypassUrl that is")
              .departs();
    };
  }

  private static Violation departs(Directory at, Key<Url> key, String message) {
    Violation found =
        GUIDELINE.violated(
            at.host().organization(), at, at.path().key(key.name()), WARNING, message);
    return at.host()
        .fqdn()
        .toOptional()
        .map(
            name ->
                found.remedy(Edit.set(at, key, new Url("https://" + name + "/ews/exchange.asmx"))))
        .orElseGet(() -> found.step("Set " + key.name() + " to the full name of the computer."));
  }

  private static Holds isOwn(Directory at, Key<Url> key) {
    return switch (at.get(key)) {
      case Known.Absent<Url>() -> Holds.NO;
      case Known.Unsaid<Url> _ -> Holds.UNSAID;
      case Known.Value<Url>(Url url) -> url.host().map(at.host()::isNamed).orElse(Holds.NO);
    };
  }

  private static Verdict unsaid(Directory at, Key<Url> key) {
    return GUIDELINE.notChecked(
        at,
        "whether " + key.name() + " of " + at + " is the server's own name is unsaid",
        at.get(key) instanceof Known.Unsaid<Url>(Path what)
            ? what
            : at.host().path().key(FQDN.name()));
  }
}
