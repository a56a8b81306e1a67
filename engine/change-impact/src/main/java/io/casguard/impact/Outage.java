package io.casguard.impact;

import io.casguard.guidelines.Edit;
import io.casguard.topology.Entity;
import io.casguard.topology.Key;
import io.casguard.topology.Known;
import io.casguard.topology.Organization;
import io.casguard.topology.Part;
import io.casguard.topology.Place;
import io.casguard.topology.PublishedName;
import io.casguard.topology.Server;
import io.casguard.topology.SiteLink;
import io.casguard.topology.Vocabulary;
import io.casguard.topology.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// One thing that fails: a server that is down, a site link that nothing crosses, a published name
/// that leads nowhere, a certificate that nobody trusts any more.
///
/// @param name what people call it
/// @param edits the failure as statements of the topology
public record Outage(Kind kind, String name, List<Edit> edits) {
  /// What can fail.
  public enum Kind implements Word {
    SERVER("server"),
    PUBLISHED_NAME("published-name"),
    SITE_LINK("site-link"),
    CERTIFICATE("certificate");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    @Override
    public String word() {
      return word;
    }

    /// `site link`.
    public String title() {
      return word.replace('-', ' ');
    }
  }

  public Outage {
    edits = List.copyOf(edits);
  }

  /// Everything in an organization that can fail by itself, by kind and name. Certificates are
  /// those that are stated: nobody trusts Setup's own.
  public static List<Outage> all(Organization organization) {
    List<Outage> all = new ArrayList<>();
    organization.servers().stream().map(Outage::of).forEach(all::add);
    organization.publishedNames().stream().map(Outage::of).forEach(all::add);
    organization.siteLinks().stream().map(Outage::of).forEach(all::add);
    all.addAll(certificates(organization).values());
    return List.copyOf(all);
  }

  /// What a word names: `LEE-CAS1`, `mail.contoso.com`, `seattle-leeds`; `certificate:LEE-CAS1` or
  /// any other kind before the name, where a name alone means something else.
  public static Optional<Outage> named(Organization organization, String word) {
    Optional<Kind> kind =
        Stream.of(Kind.values()).filter(it -> folded(word).startsWith(it.word() + ":")).findFirst();
    String name = kind.map(it -> word.substring(it.word().length() + 1)).orElse(word);
    return all(organization).stream()
        .filter(outage -> kind.stream().allMatch(outage.kind()::equals))
        .filter(outage -> outage.isNamed(name))
        .findFirst();
  }

  private boolean isNamed(String wanted) {
    if (name.equalsIgnoreCase(wanted)) {
      return true;
    }
    return switch (kind) {
      case SITE_LINK ->
          edits.stream()
              .map(Edit::place)
              .anyMatch(place -> place instanceof SiteLink link && isLink(link, wanted));
      case CERTIFICATE ->
          edits.stream()
              .map(Edit::place)
              .flatMap(place -> place.server().stream())
              .anyMatch(server -> server.name().equalsIgnoreCase(wanted));
      case SERVER, PUBLISHED_NAME -> false;
    };
  }

  /// A link's sites in any order, joined by a hyphen or a comma.
  private static boolean isLink(SiteLink link, String wanted) {
    String sites = folded(wanted);
    return link.sites().stream().allMatch(site -> sites.contains(folded(site.name())))
        && sites.length()
            == link.sites().stream().mapToInt(site -> site.name().length() + 1).sum() - 1;
  }

  private static Outage of(Server server) {
    return new Outage(
        Kind.SERVER, server.name(), List.of(Edit.set(server, Vocabulary.AVAILABLE, false)));
  }

  /// A name without servers leads nowhere, and is still the door that is published.
  private static Outage of(PublishedName name) {
    return new Outage(
        Kind.PUBLISHED_NAME, name.name(), List.of(Edit.clear(name, Vocabulary.PUBLISHED_SERVERS)));
  }

  private static Outage of(SiteLink link) {
    return new Outage(
        Kind.SITE_LINK, link.toString(), List.of(Edit.set(link, Vocabulary.RPC, false)));
  }

  /// One certificate may be at several servers and in front of them: its subject tells.
  private static Map<String, Outage> certificates(Organization organization) {
    Map<String, Outage> bySubject = new TreeMap<>();
    for (Server server : organization.servers()) {
      if (server.get(Vocabulary.SERVER_CERTIFICATE) instanceof Known.Value<Entity>(Entity stated)) {
        Place part = Part.of(server, Vocabulary.SERVER_CERTIFICATE);
        add(
            bySubject,
            subject(stated, server.name()),
            List.of(
                Edit.set(part, Vocabulary.TRUSTED_BY_SERVERS, false),
                Edit.set(part, Vocabulary.TRUSTED_BY_CLIENTS, false)));
      }
    }
    for (PublishedName name : organization.publishedNames()) {
      Key<Entity> key = Vocabulary.PUBLISHED_CERTIFICATE;
      if (name.get(key) instanceof Known.Value<Entity>(Entity stated)) {
        add(
            bySubject,
            subject(stated, name.name()),
            List.of(
                Edit.set(
                    name,
                    key,
                    stated
                        .with(Vocabulary.TRUSTED_BY_SERVERS, false)
                        .with(Vocabulary.TRUSTED_BY_CLIENTS, false))));
      }
    }
    return bySubject;
  }

  private static void add(Map<String, Outage> bySubject, String subject, List<Edit> edits) {
    bySubject.merge(
        folded(subject),
        new Outage(Kind.CERTIFICATE, subject, edits),
        (one, other) ->
            new Outage(
                Kind.CERTIFICATE,
                one.name(),
                Stream.concat(one.edits().stream(), other.edits().stream()).toList()));
  }

  private static String subject(Entity certificate, String holder) {
    return certificate
        .stated(Vocabulary.SUBJECT)
        .flatMap(Known::toOptional)
        .orElse("that of " + holder);
  }

  private static String folded(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
