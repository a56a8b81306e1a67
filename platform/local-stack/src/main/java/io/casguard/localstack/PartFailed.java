package io.casguard.localstack;

import java.io.IOException;

/// A part did not start; the message says which, why, and what it wrote last.
public final class PartFailed extends IOException {
  private static final long serialVersionUID = 1;

  PartFailed(String message) {
    super(message);
  }
}
