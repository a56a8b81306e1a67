package io.casguard.guidelines;

import static io.casguard.guidelines.Severity.ERROR;
import static io.casguard.topology.Vocabulary.EXTERNAL_URL;

import io.casguard.topology.Directory;
import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Known;
import io.casguard.topology.Organization;
import io.casguard.topology.Path;
import io.casguard.topology.Protocol;
import io.casguard.topology.Url;
import java.util.Set;
import java.util.stream.Stream;

/// A checker that finds external addresses of ActiveSync that devices cannot use.
final class ActiveSyncUrlHasItsPath implements Rule {
  private static final String PATH = DirectoryKind.ACTIVE_SYNC.urlPath();

  private static final Guideline GUIDELINE =
      Guideline.numbered("CAP-322")
          .says("The path of an external URL of ActiveSync is /Microsoft-Server-ActiveSync.")
          .because(
              """
              Autodiscover hands this address to devices as it stands, and they accept no other path.
              """)
          .source(
              Source.Text.RCAURL,
              "the ExternalURL of ActiveSync must be https://<name>/Microsoft-Server-ActiveSync")
          .example(
              "The path that devices expect, with or without a slash",
              """
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1:
                      owa: {externalUrl: https://mail.example.com/owa}
                      activeSync: {externalUrl: https://mail.example.com/Microsoft-Server-ActiveSync/}
              """)
          .example(
              "No external address, and one of Exchange 2010",
              """
              sites:
                leeds:
                  internetFacing: false
                  servers:
                    LEE-CAS1: {roles: [ClientAccess], owa: {formsAuthentication: false, windowsAuthentication: true}}
                    LEE-CAS10: {version: 2010 SP1, roles: [ClientAccess], activeSync: {externalUrl: https://sync.example.com/eas}}
              """)
          .example(
              "Somebody added the page to the path",
              """
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1:
                      owa: {externalUrl: https://mail.example.com/owa}
                      activeSync:
                        externalUrl: https://mail.example.com/Microsoft-Server-ActiveSync/default.eas  # CAP-322
              """)
          .reads(EXTERNAL_URL)
          .consequence("Devices that are set up by Autodiscover are refused.")
          .verify(
              "Set up a device by Autodiscover: the answer's MobileSync section names the address, and the device synchronizes.")
          .hits(Hits.MAILBOXES_OF_THE_SITE, Protocol.ACTIVE_SYNC);

  @Override
  public Guideline guideline() {
    return GUIDELINE;
  }

  @Override
  public Stream<Verdict> check(Organization organization) {
    return Each.directory(
        GUIDELINE, organization, Set.of(DirectoryKind.ACTIVE_SYNC), ActiveSyncUrlHasItsPath::tell);
  }

  private static Verdict tell(Directory at) {
    return switch (at.get(EXTERNAL_URL)) {
      case Known.Absent<Url>() -> GUIDELINE.notApplicable(at, () -> "it has no external URL");
      case Known.Unsaid<Url>(Path what) ->
          GUIDELINE.notChecked(at, "the external URL of " + at + " is unsaid", what);
      case Known.Value<Url>(Url url) ->
          url.path().equals(PATH)
              ? GUIDELINE.conforms(at)
              : url.host()
                  .map(host -> departs(at, url, host))
                  .orElseGet(
                      () ->
                          GUIDELINE.notApplicable(
                              at, () -> "its external URL is no address at all; CAP-102 says so"));
    };
  }

  private static Verdict departs(Directory at, Url url, String host) {
    return GUIDELINE
        .violated(
            at.host().organization(),
            at,
            at.path().key(EXTERNAL_URL.name()),
            ERROR,
            "has the external URL " + url + ", whose path is not " + PATH)
        .remedy(Edit.set(at, EXTERNAL_URL, new Url("https://" + host + PATH)))
        .departs();
  }
}
