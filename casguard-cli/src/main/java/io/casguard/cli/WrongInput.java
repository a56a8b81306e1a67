package io.casguard.cli;

/// The input or the call is wrong: told on standard error, exit code 2.
final class WrongInput extends RuntimeException {
  WrongInput(String message) {
    super(message, null, false, false);
  }
}
