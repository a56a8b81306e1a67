package io.casguard.notification.told;

/// A step that was stored; its id is larger than those of all steps that were committed before.
public record StoredStep(long id, Step step) {}
