package io.casguard.accesslogs;

import io.casguard.topology.Word;

/// Why a row of a log cannot be read.
public enum Malformed implements Word {
  SHORT("short", "fewer values than #Fields has columns"),
  LONG("long", "more values than #Fields has columns, and none of them stands where it should"),
  STATUS("status", "the status is no number"),
  ADDRESS("address", "the client's address is none"),
  TIME("time", "date or time is none"),
  ENDLESS("endless", "longer than 64 KiB"),
  NO_FIELDS("no-fields", "no #Fields line stands above it, or one without the columns needed");

  private final String word;
  private final String sentence;

  Malformed(String word, String sentence) {
    this.word = word;
    this.sentence = sentence;
  }

  @Override
  public String word() {
    return word;
  }

  /// What is wrong, for people.
  public String sentence() {
    return sentence;
  }
}
