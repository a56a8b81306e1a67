package io.casguard.accesslogs;

import io.casguard.topology.Word;

/// What requests say of the simulator.
public enum Verdict implements Word {
  CONFIRMED("confirmed"),
  CONTRADICTED("contradicted"),
  UNEXPLAINED("unexplained"),
  SET_ASIDE("set-aside");

  private final String word;

  Verdict(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
