package io.casguard.formats.imports;

import io.casguard.formats.Position;
import io.casguard.formats.shell.Cmdlet;
import io.casguard.topology.Version;
import io.casguard.topology.Vocabulary;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A server in the making: what is said of it, of its site, and by which cmdlets.
final class GatheredServer {
  /// A site as an export says it; a wrapped name may be read in several ways.
  record SiteSaid(List<String> readings, boolean isCertain, Position at) {
    SiteSaid {
      readings = List.copyOf(readings);
    }
  }

  private final Gathered gathered;

  /// What Get-ClientAccessServer says of Autodiscover, whatever the directory is called.
  private final Gathered discovery = new Gathered(Vocabulary.AUTODISCOVER, "");

  private final List<SiteSaid> sites = new ArrayList<>();
  private final Map<Cmdlet, Position> seen = new EnumMap<>(Cmdlet.class);
  private final Position first;
  private Optional<Answer.Left> siteLeft = Optional.empty();

  GatheredServer(String name, Position first) {
    this.gathered = new Gathered(Vocabulary.SERVER, name);
    this.first = first;
  }

  Gathered gathered() {
    return gathered;
  }

  Gathered discovery() {
    return discovery;
  }

  String name() {
    return gathered.name();
  }

  /// Where it was named first.
  Position first() {
    return first;
  }

  void sawIn(Cmdlet cmdlet, Position at) {
    seen.putIfAbsent(cmdlet, at);
  }

  /// Where the first object of a cmdlet about it stands.
  Optional<Position> seenIn(Cmdlet cmdlet) {
    return Optional.ofNullable(seen.get(cmdlet));
  }

  void site(SiteSaid said) {
    sites.add(said);
  }

  /// Notes that the site was printed and cannot be read.
  void siteLeft(Answer.Left left) {
    siteLeft = Optional.of(left);
  }

  Optional<Answer.Left> siteLeft() {
    return siteLeft;
  }

  List<SiteSaid> sites() {
    return sites;
  }

  /// Whether it is of Exchange 2007 as far as anybody says: what is unsaid of others is not told.
  boolean mayBe2007() {
    return gathered.value(Vocabulary.VERSION).map(Version::is2007).orElse(true);
  }
}
