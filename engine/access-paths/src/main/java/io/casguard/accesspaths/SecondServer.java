package io.casguard.accesspaths;

import static io.casguard.accesspaths.TrailDraft.at;

import io.casguard.accesspaths.SiteDirectories.Candidate;
import io.casguard.topology.Directory;
import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Holds;
import io.casguard.topology.Key;
import io.casguard.topology.Known;
import io.casguard.topology.Path;
import io.casguard.topology.Server;
import io.casguard.topology.Url;
import io.casguard.topology.Vocabulary;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/// One server of the mailbox's site, asked whether a first server may choose it for Web Services
/// and Availability.
///
/// @param first the server that the call arrived at
/// @param candidate the server that is asked
record SecondServer(
    Supposition supposition, Server first, Server mailboxServer, Candidate candidate) {
  private static final List<Key<Url>> ADDRESSES =
      List.of(Vocabulary.INTERNAL_NLB_BYPASS_URL, Vocabulary.INTERNAL_URL);

  /// Where other servers reach it: InternalNLBBypassUrl, else InternalURL (W-4).
  Optional<Target> address() {
    for (Key<Url> key : ADDRESSES) {
      Known<Url> known = stated(key);
      if (supposition.holds(known, _ -> true)) {
        return Optional.of(
            known
                .toOptional()
                .map(url -> new Target(name(), url, Optional.of(key)))
                .orElseGet(() -> Target.supposed(name(), key)));
      }
    }
    return Optional.empty();
  }

  Sieve.Finding hasAddress() {
    return address()
        .map(
            target ->
                Sieve.Finding.of(
                    true,
                    name() + " is reached at " + target.url(),
                    at(candidate.key(key(target).name()), target.url().text())))
        .orElseGet(
            () ->
                Sieve.Finding.of(
                    false,
                    name() + " has no InternalURL",
                    at(candidate.key(Vocabulary.INTERNAL_URL.name()), "there is none")));
  }

  Sieve.Finding isOfServicePack1() {
    boolean proxies =
        supposition.holds(candidate.server().version(), version -> version.servicePack() >= 1);
    Evidence version = Wordings.runs(candidate.server());
    return Sieve.Finding.of(proxies, version.text(), version);
  }

  Sieve.Finding acceptsIntegrated() {
    Path path = candidate.key(Vocabulary.WINDOWS_AUTHENTICATION.name());
    boolean accepts = supposition.holds(candidate.integrated(), path);
    String text = name() + (accepts ? " accepts" : " does not accept") + " Integrated";
    return Sieve.Finding.of(accepts, text, at(path, text));
  }

  /// Reached over SSL, or without where the first server may do so and this one lets it.
  Sieve.Finding isReachedOverSsl() {
    Optional<Target> target = address();
    if (target.filter(to -> to.url().scheme().equals("http")).isEmpty()) {
      String url = target.map(to -> to.url().text()).orElse("");
      return Sieve.Finding.of(
          true, url + " is not http", at(addressPath(target), name() + " is reached over SSL"));
    }
    Path setting =
        first
            .path()
            .key(Vocabulary.SETTINGS_KEY.name())
            .key(Vocabulary.ALLOW_PROXYING_WITHOUT_SSL.name());
    if (!supposition.holds(mayProxyWithoutSsl(), allowed -> allowed)) {
      return Sieve.Finding.of(
          false,
          target.get().url() + " is http, and " + first.name() + " may not proxy without SSL",
          at(addressPath(target), target.get().url().text()),
          at(setting, "AllowProxyingWithoutSSL at " + first.name()));
    }
    Path requireSsl = candidate.key(Vocabulary.REQUIRE_SSL.name());
    boolean takes =
        supposition.holds(Holds.of(stated(Vocabulary.REQUIRE_SSL), on -> on).not(), requireSsl);
    return Sieve.Finding.of(
        takes,
        target.get().url()
            + " is http, and "
            + name()
            + (takes ? " takes it from " + first.name() : " requires SSL"),
        at(addressPath(target), target.get().url().text()),
        at(requireSsl, "SSL at " + name()));
  }

  Sieve.Finding isNotOlderThanMailboxServer() {
    return comparedTo(
        mailboxServer, Candidates.isNotOlder(candidate.server(), mailboxServer, supposition));
  }

  Sieve.Finding isNotNewerThanFirst() {
    return comparedTo(first, Candidates.isNotOlder(first, candidate.server(), supposition));
  }

  private Sieve.Finding comparedTo(Server other, boolean fits) {
    Evidence mine = Wordings.runs(candidate.server());
    Evidence theirs = Wordings.runs(other);
    return Sieve.Finding.of(fits, mine.text() + ", " + theirs.text(), mine, theirs);
  }

  private Known<Boolean> mayProxyWithoutSsl() {
    return first
        .get(Vocabulary.SETTINGS_KEY, Vocabulary.ALLOW_PROXYING_WITHOUT_SSL)
        .map(
            (SortedMap<String, Boolean> words) ->
                words.getOrDefault(DirectoryKind.WEB_SERVICES.key(), false));
  }

  private <T> Known<T> stated(Key<T> key) {
    return candidate
        .stated()
        .map((Directory directory) -> directory.get(key))
        .orElseGet(() -> new Known.Unsaid<>(candidate.key(key.name())));
  }

  private Path addressPath(Optional<Target> target) {
    return candidate.key(target.map(SecondServer::key).orElse(Vocabulary.INTERNAL_URL).name());
  }

  private static Key<Url> key(Target target) {
    return target.at().orElse(Vocabulary.INTERNAL_URL);
  }

  private String name() {
    return candidate.server().name();
  }
}
