package io.casguard.servicekit.trace;

import io.smallrye.common.vertx.ContextLocals;
import io.smallrye.common.vertx.VertxContext;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the W3C headers `traceparent` and `tracestate` say, kept with the request or message that
/// is being handled.
public record Trace(String parent, @Nullable String state) {
  public static final String PARENT = "traceparent";
  public static final String STATE = "tracestate";

  private static final Pattern VERSION_0 =
      Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
  private static final int LONGEST_STATE = 512;
  private static final String LOCAL = Trace.class.getName();

  /// Empty unless the parent is one of version 0; a state that is too long is dropped.
  public static Optional<Trace> of(@Nullable String parent, @Nullable String state) {
    return parent != null && VERSION_0.matcher(parent).matches()
        ? Optional.of(
            new Trace(parent, state != null && state.length() <= LONGEST_STATE ? state : null))
        : Optional.empty();
  }

  /// A trace that nobody has begun before.
  public static Trace begun() {
    var bytes = new byte[24];
    ThreadLocalRandom.current().nextBytes(bytes);
    bytes[0] |= 1;
    bytes[16] |= 1;
    var hex = HexFormat.of();
    return new Trace(
        "00-%s-%s-00".formatted(hex.formatHex(bytes, 0, 16), hex.formatHex(bytes, 16, 24)), null);
  }

  /// Of the request or message that is being handled on this thread.
  public static Optional<Trace> current() {
    return VertxContext.isOnDuplicatedContext()
        ? ContextLocals.<Trace>get(LOCAL)
        : Optional.empty();
  }

  /// Keeps it with the request or message that is being handled; outside of one it does nothing.
  public void keep() {
    if (VertxContext.isOnDuplicatedContext()) {
      ContextLocals.put(LOCAL, this);
    }
  }
}
