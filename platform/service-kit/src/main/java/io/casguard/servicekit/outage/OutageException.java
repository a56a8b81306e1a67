package io.casguard.servicekit.outage;

/// Something this service needs is away for now, and will be back: another service, most often.
public final class OutageException extends RuntimeException {
  /// Names what is away and, as the cause, how that was noticed.
  public OutageException(String message, Throwable cause) {
    super(message, cause);
  }
}
