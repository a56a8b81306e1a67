package io.casguard.accesspaths;

/// One walk through a procedure: what is supposed, and the trail so far.
record Walk(Supposition supposition, TrailDraft trail) {}
