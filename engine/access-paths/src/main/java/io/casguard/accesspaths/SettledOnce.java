package io.casguard.accesspaths;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Facts found while answering requests, each looked for once as long as nothing had to be supposed
/// for it, with the clauses passed on the way.
///
/// @param <K> what the facts depend on
/// @param <F> the facts
final class SettledOnce<K, F> {
  private record Found<F>(F facts, List<Trail.Step> passed, String text, List<Evidence> because) {}

  private final Map<K, Found<F>> settled = new HashMap<>();

  F find(K key, Walk walk, Supplier<F> search) {
    TrailDraft trail = walk.trail();
    Found<F> known = settled.get(key);
    if (known != null) {
      trail.takes(known.passed());
      trail.restsOn(known.text(), known.because());
      return known.facts();
    }
    int asked = walk.supposition().asked();
    int length = trail.length();
    F facts = search.get();
    if (walk.supposition().asked() == asked) {
      settled.put(key, new Found<>(facts, trail.since(length), trail.text(), trail.because()));
    }
    return facts;
  }
}
