package io.casguard.guidelines;

import static io.casguard.guidelines.Severity.ERROR;
import static io.casguard.guidelines.Source.Text.ISA;
import static io.casguard.guidelines.Source.Text.RCANOAUTH;
import static io.casguard.guidelines.Source.Text.SA;
import static io.casguard.guidelines.Source.Text.T763;
import static io.casguard.topology.Certainty.FOUND;
import static io.casguard.topology.Protocol.OWA;
import static io.casguard.topology.Vocabulary.BASIC_AUTHENTICATION;
import static io.casguard.topology.Vocabulary.DELEGATION;
import static io.casguard.topology.Vocabulary.FORMS_AT_PUBLISHER;
import static io.casguard.topology.Vocabulary.FORMS_AUTHENTICATION;
import static io.casguard.topology.Vocabulary.INTERNAL_AUTHENTICATION_METHODS;
import static io.casguard.topology.Vocabulary.PUBLISHED_PROTOCOLS;
import static io.casguard.topology.Vocabulary.PUBLISHED_SERVERS;
import static io.casguard.topology.Vocabulary.PUBLISHED_SSL;
import static io.casguard.topology.Vocabulary.PUBLISHING;
import static io.casguard.topology.Vocabulary.THROUGH;
import static io.casguard.topology.Vocabulary.WINDOWS_AUTHENTICATION;

import io.casguard.topology.Delegation;
import io.casguard.topology.Directory;
import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Holds;
import io.casguard.topology.Key;
import io.casguard.topology.Known;
import io.casguard.topology.Organization;
import io.casguard.topology.Path;
import io.casguard.topology.PublishedName;
import io.casguard.topology.PublishedSsl;
import io.casguard.topology.Publisher;
import io.casguard.topology.Server;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A checker that finds a second logon form behind the publisher's.
final class OnlyThePublisherShowsTheForm implements Rule {
  private static final Guideline GUIDELINE =
      Guideline.numbered("CAP-109")
          .says(
              "Where the publisher in front shows the logon form, the published Client Access server shows none, and accepts what the publisher delegates.")
          .because(
              """
              ISA Server takes name and password by its own form and logs on to the server for the user. A form there cannot be answered: people see a second form, or the delegation fails.
              """)
          .source(
              SA,
              "If you are using ISA Server to publish the CAS Server (recommended) you must disable Forms in the “parent” CAS server, ISA server will take care of the Forms")
          .source(ISA, "forms at ISA Server, delegated to the published directory")
          .source(RCANOAUTH, "the method that is delegated must be one that the directory accepts")
          .source(T763, "Integrated is recommended on owa behind forms at ISA")
          .example(
              "The form is at ISA, and Basic is delegated",
              """
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1: {owa: {externalUrl: https://mail.example.com/owa, formsAuthentication: false, basicAuthentication: true}}
              publishing:
                mail.example.com: {from: [internet], servers: [SEA-CAS1], through: isa, formsAtPublisher: true, delegation: basic}
              """)
          .example(
              "ISA only tunnels: the form stays at the server",
              """
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1: {owa: {externalUrl: https://mail.example.com/owa}}
              publishing:
                mail.example.com: {from: [internet], servers: [SEA-CAS1], through: isa, formsAtPublisher: false, ssl: tunnel}
              """)
          .example(
              "People inside have the form on a second web site",
              """
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1:
                      owa:
                        - {name: owa (Default Web Site), externalUrl: https://mail.example.com/owa, formsAuthentication: false}
                        - {name: owa (Inside)}
              publishing:
                mail.example.com: {from: [internet], servers: [SEA-CAS1], through: isa, formsAtPublisher: true, delegation: basic}
              """)
          .example(
              "The shell printed the methods only, and Fba is not among them",
              """
              defaults: none
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1:
                      version: 2007 SP3
                      roles: [ClientAccess]
                      owa: {externalUrl: https://mail.example.com/owa, internalAuthenticationMethods: [Basic, Ntlm, WindowsIntegrated]}
              publishing:
                mail.example.com: {from: [internet], servers: [SEA-CAS1], through: isa, formsAtPublisher: true, delegation: ntlm}
              """)
          .example(
              "Two forms, one behind the other",
              """
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1:
                      owa:
                        externalUrl: https://mail.example.com/owa
                        formsAuthentication: true  # CAP-109
              publishing:
                mail.example.com: {from: [internet], servers: [SEA-CAS1], through: isa, formsAtPublisher: true, delegation: basic}
              """)
          .example(
              "ISA delegates by NTLM what the server does not accept",
              """
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1:
                      owa:
                        externalUrl: https://mail.example.com/owa
                        formsAuthentication: false
                        windowsAuthentication: false  # CAP-109
              publishing:
                mail.example.com: {from: [internet], servers: [SEA-CAS1], through: isa, formsAtPublisher: true, delegation: ntlm}
              """)
          .reads(
              FORMS_AUTHENTICATION,
              BASIC_AUTHENTICATION,
              WINDOWS_AUTHENTICATION,
              INTERNAL_AUTHENTICATION_METHODS,
              THROUGH,
              FORMS_AT_PUBLISHER,
              DELEGATION,
              PUBLISHED_SSL,
              PUBLISHED_SERVERS,
              PUBLISHED_PROTOCOLS)
          .consequence(
              "People outside see a second logon form after the publisher's, or are refused because the delegation fails.")
          .verify(
              "From outside, log on once at the publisher's form: the inbox opens without another.")
          .hits(Hits.EVERYBODY, OWA);

  @Override
  public Guideline guideline() {
    return GUIDELINE;
  }

  @Override
  public Stream<Verdict> check(Organization organization) {
    return Each.directoriesTogether(
        GUIDELINE,
        organization,
        DirectoryKind.OWA,
        all -> tell(organization, all.getFirst().host(), all));
  }

  private static Verdict tell(Organization organization, Server server, List<Directory> all) {
    Directory first = all.getFirst();
    List<PublishedName> names = organization.publishedNamesOf(server, OWA);
    if (names.isEmpty()) {
      return unpublished(organization, server, first);
    }
    Optional<PublishedName> form =
        names.stream().filter(name -> showsForm(name) == Holds.YES).findFirst();
    if (form.isPresent()) {
      return behind(organization, form.get(), server, all);
    }
    return names.stream()
        .filter(name -> showsForm(name) == Holds.UNSAID)
        .findFirst()
        .map(
            name ->
                GUIDELINE.notChecked(
                    first,
                    "it is unsaid whether the publisher in front of "
                        + name
                        + " shows a logon form",
                    unsaid(name)))
        .orElseGet(
            () ->
                GUIDELINE.notApplicable(
                    first, () -> "nothing in front of " + server + " shows a logon form"));
  }

  private static Verdict unpublished(Organization organization, Server server, Directory first) {
    boolean inside =
        !organization.publishedNames().isEmpty()
            || server.site().filter(site -> site.facing().isStatedNo()).isPresent();
    return inside
        ? GUIDELINE.notApplicable(first, () -> server + " is not published")
        : GUIDELINE.notChecked(
            first,
            "it is unsaid what stands in front of " + server,
            Path.SPEC.key(PUBLISHING.name()));
  }

  private static Verdict behind(
      Organization organization, PublishedName name, Server server, List<Directory> all) {
    Holds formless = all.stream().map(owa -> owa.showsForm().not()).reduce(Holds.NO, Holds::or);
    return switch (formless) {
      case NO -> secondForm(organization, name, all.getFirst());
      case UNSAID ->
          GUIDELINE.notChecked(
              all.getFirst(),
              "it is unsaid whether " + server + " shows a logon form",
              all.getFirst().path().key(FORMS_AUTHENTICATION.name()));
      case YES ->
          delegated(
              organization, name, all.stream().filter(owa -> owa.showsForm() == Holds.NO).toList());
    };
  }

  private static Verdict secondForm(Organization organization, PublishedName name, Directory owa) {
    List<Edit> edits = new ArrayList<>(List.of(Edit.set(owa, FORMS_AUTHENTICATION, false)));
    method(name).ifPresent(key -> edits.add(Edit.set(owa, key, true)));
    Violation found =
        GUIDELINE
            .violated(
                organization,
                owa,
                owa.path().key(FORMS_AUTHENTICATION.name()),
                ERROR,
                "shows a logon form behind the one that the publisher of " + name + " shows")
            .check("form")
            .remedy(edits);
    return (method(name).isPresent()
            ? found
            : found.step(
                "Let the publishing rule of "
                    + name
                    + " delegate a method that the directory accepts, Basic for one."))
        .step("People inside who want the form get a second web site.")
        .departs();
  }

  /// The directories without a form accept the method that the publisher delegates.
  private static Verdict delegated(
      Organization organization, PublishedName name, List<Directory> formless) {
    Directory owa = formless.getFirst();
    if (name.get(DELEGATION) instanceof Known.Unsaid<Delegation>(Path what)) {
      return GUIDELINE.notChecked(
          owa, "what the publisher of " + name + " delegates is unsaid", what);
    }
    Optional<Key<Boolean>> method = method(name);
    if (method.isEmpty()) {
      return GUIDELINE.conforms(owa);
    }
    Key<Boolean> key = method.get();
    Holds accepted = formless.stream().map(it -> accepts(it, key)).reduce(Holds.NO, Holds::or);
    return switch (accepted) {
      case YES -> GUIDELINE.conforms(owa);
      case UNSAID ->
          GUIDELINE.notChecked(
              owa,
              "it is unsaid whether " + owa + " accepts what the publisher delegates",
              owa.path().key(key.name()));
      case NO ->
          GUIDELINE
              .violated(
                  organization,
                  owa,
                  owa.path().key(key.name()),
                  ERROR,
                  "does not accept what the publisher of "
                      + name
                      + " delegates, "
                      + name.get(DELEGATION).toOptional().map(Delegation::word).orElse(""))
              .check("delegation")
              .source(RCANOAUTH, FOUND)
              .remedy(Edit.set(owa, key, true))
              .departs();
    };
  }

  private static Holds accepts(Directory owa, Key<Boolean> method) {
    return method.equals(WINDOWS_AUTHENTICATION)
        ? owa.acceptsIntegrated()
        : Holds.of(owa.get(method), on -> on);
  }

  /// The switch of the directory that the delegated method needs; none where the publisher
  /// delegates nothing, or nobody said.
  private static Optional<Key<Boolean>> method(PublishedName name) {
    return name.get(DELEGATION)
        .toOptional()
        .flatMap(
            delegation ->
                switch (delegation) {
                  case NONE -> Optional.empty();
                  case BASIC -> Optional.of(BASIC_AUTHENTICATION);
                  case NTLM, KERBEROS -> Optional.of(WINDOWS_AUTHENTICATION);
                });
  }

  /// A publisher that only tunnels cannot show a form, nor can one that is not there.
  private static Holds showsForm(PublishedName name) {
    Holds tunnel = Holds.of(name.get(PUBLISHED_SSL), ssl -> ssl == PublishedSsl.TUNNEL);
    Holds none = Holds.of(name.get(THROUGH), publisher -> publisher == Publisher.NONE);
    return tunnel == Holds.YES || none == Holds.YES
        ? Holds.NO
        : Holds.of(name.get(FORMS_AT_PUBLISHER), shown -> shown);
  }

  private static List<Path> unsaid(PublishedName name) {
    return Stream.<Key<?>>of(THROUGH, FORMS_AT_PUBLISHER)
        .filter(key -> name.get(key) instanceof Known.Unsaid<?>)
        .map(key -> name.path().key(key.name()))
        .toList();
  }
}
