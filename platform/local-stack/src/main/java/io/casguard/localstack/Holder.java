package io.casguard.localstack;

import java.time.Instant;

/// Who uses a data folder: the launcher's process, since when, and where its first service answers.
///
/// @param address empty as long as no service is started
public record Holder(long pid, Instant since, String address) {
  /// In one sentence.
  public String told() {
    return "process " + pid + " since " + since + (address.isEmpty() ? "" : ", at " + address);
  }
}
