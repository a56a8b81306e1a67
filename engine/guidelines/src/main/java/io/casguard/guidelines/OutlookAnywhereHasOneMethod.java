package io.casguard.guidelines;

import static io.casguard.guidelines.Severity.INFO;
import static io.casguard.guidelines.Source.Text.AA997703;
import static io.casguard.topology.RpcAuthentication.BASIC;
import static io.casguard.topology.RpcAuthentication.NTLM;
import static io.casguard.topology.Vocabulary.CLIENT_AUTHENTICATION;
import static io.casguard.topology.Vocabulary.DELEGATION;
import static io.casguard.topology.Vocabulary.IIS_AUTHENTICATION;
import static io.casguard.topology.Vocabulary.OUTLOOK_ANYWHERE_ENABLED;
import static io.casguard.topology.Vocabulary.PUBLISHED_PROTOCOLS;
import static io.casguard.topology.Vocabulary.PUBLISHED_SERVERS;
import static io.casguard.topology.Vocabulary.VERSION;

import io.casguard.topology.Delegation;
import io.casguard.topology.Holds;
import io.casguard.topology.Known;
import io.casguard.topology.Organization;
import io.casguard.topology.Part;
import io.casguard.topology.Path;
import io.casguard.topology.Protocol;
import io.casguard.topology.RpcAuthentication;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// A checker that finds what an upgrade from the version as first released leaves behind.
final class OutlookAnywhereHasOneMethod implements Rule {
  private static final Guideline GUIDELINE =
      Guideline.numbered("CAP-320")
          .says(
              "From SP1 on, /Rpc accepts one method of authentication: that of Outlook, or that which the publisher delegates.")
          .because(
              """
              The version as first released accepts Basic and Integrated on /Rpc, whatever is chosen. SP1 lets one be chosen, and an upgraded server keeps both until somebody does.
              """)
          .source(
              AA997703,
              "in RTM both are always on; in SP1 one method is chosen, and a publisher that delegates needs another one at /Rpc than the client's")
          .example(
              "One method",
              """
              domain: example.com
              sites:
                leeds:
                  servers:
                    LEE-CAS1: {outlookAnywhere: {enabled: true, externalHostname: mail.example.com, clientAuthentication: Basic, iisAuthentication: [Basic]}}
              """)
          .example(
              "ISA takes Basic from Outlook and delegates NTLM: the methods differ, and must",
              """
              domain: example.com
              sites:
                leeds:
                  servers:
                    LEE-CAS1: {outlookAnywhere: {enabled: true, externalHostname: mail.example.com, clientAuthentication: Basic, iisAuthentication: [Ntlm]}}
              publishing:
                mail.example.com: {from: [internet], servers: [LEE-CAS1], through: isa, delegation: ntlm}
              """)
          .example(
              "The version as first released has no choice",
              """
              domain: example.com
              sites:
                leeds:
                  servers:
                    LEE-CAS1: {version: 2007, outlookAnywhere: {enabled: true, externalHostname: mail.example.com, iisAuthentication: [Basic, Ntlm]}}
                    LEE-CAS2: {roles: [ClientAccess]}
              """)
          .example(
              "Both, since the upgrade",
              """
              domain: example.com
              sites:
                leeds:
                  servers:
                    LEE-CAS1:
                      outlookAnywhere:
                        enabled: true
                        externalHostname: mail.example.com
                        clientAuthentication: Basic
                        iisAuthentication: [Basic, Ntlm]  # CAP-320
              """)
          .example(
              "Both, behind an ISA Server that delegates NTLM",
              """
              domain: example.com
              sites:
                leeds:
                  servers:
                    LEE-CAS1:
                      outlookAnywhere:
                        enabled: true
                        externalHostname: mail.example.com
                        clientAuthentication: Basic
                        iisAuthentication: [Basic, Ntlm]  # CAP-320
              publishing:
                mail.example.com: {from: [internet], servers: [LEE-CAS1], through: isa, delegation: ntlm}
              """)
          .reads(
              OUTLOOK_ANYWHERE_ENABLED,
              IIS_AUTHENTICATION,
              CLIENT_AUTHENTICATION,
              DELEGATION,
              VERSION,
              PUBLISHED_SERVERS,
              PUBLISHED_PROTOCOLS)
          .consequence("Nothing today; which method is used depends on the client.")
          .verify(
              "Get-OutlookAnywhere | fl ClientAuthenticationMethod,IISAuthenticationMethods shows one method on /Rpc.")
          .hits(Hits.EVERYBODY, Protocol.OUTLOOK_ANYWHERE);

  @Override
  public Guideline guideline() {
    return GUIDELINE;
  }

  @Override
  public Stream<Verdict> check(Organization organization) {
    return OutlookAnywhere.each(GUIDELINE, organization, OutlookAnywhereHasOneMethod::tell);
  }

  private static Verdict tell(Part rpc) {
    if (Holds.of(rpc.host().version(), version -> version.servicePack() == 0) == Holds.YES) {
      return GUIDELINE.notApplicable(
          rpc,
          () -> rpc.host() + " is of the version as first released, which always accepts both");
    }
    return switch (rpc.get(IIS_AUTHENTICATION)) {
      case Known.Unsaid<SortedSet<RpcAuthentication>>(Path what) ->
          GUIDELINE.notChecked(
              rpc, "the methods that /Rpc of " + rpc.host() + " accepts are unsaid", what);
      case Known.Absent<SortedSet<RpcAuthentication>>() -> GUIDELINE.conforms(rpc);
      case Known.Value<SortedSet<RpcAuthentication>>(var methods) ->
          methods.containsAll(List.of(BASIC, NTLM)) ? both(rpc).departs() : GUIDELINE.conforms(rpc);
    };
  }

  private static Violation both(Part rpc) {
    Violation found =
        GUIDELINE.violated(
            rpc.host().organization(),
            rpc,
            rpc.path().key(IIS_AUTHENTICATION.name()),
            INFO,
            "accepts both Basic and NTLM on /Rpc");
    return wanted(rpc)
        .map(
            method ->
                found.remedy(Edit.set(rpc, IIS_AUTHENTICATION, new TreeSet<>(List.of(method)))))
        .orElseGet(
            () ->
                found.step(
                    "Choose one: Set-OutlookAnywhere '"
                        + rpc.host().name()
                        + "\\Rpc (Default Web Site)' -IISAuthenticationMethods <Basic or Ntlm>"));
  }

  /// What the publisher delegates, else what Outlook is told to use.
  private static Optional<RpcAuthentication> wanted(Part rpc) {
    return OutlookAnywhere.namesOf(rpc.host()).stream()
        .flatMap(name -> name.get(DELEGATION).toOptional().stream())
        .filter(delegation -> delegation != Delegation.NONE)
        .findFirst()
        .map(delegation -> delegation == Delegation.BASIC ? BASIC : NTLM)
        .or(() -> rpc.get(CLIENT_AUTHENTICATION).toOptional());
  }
}
