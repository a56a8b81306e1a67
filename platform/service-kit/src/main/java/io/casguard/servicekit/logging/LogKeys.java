package io.casguard.servicekit.logging;

/// The keys of log lines, and no others: `log.atInfo().addKeyValue(ORGANIZATION, name).log("An
/// organization was deleted")`.
///
/// The message says what happened, in the past tense and without variables; the keys say to whom.
/// Exports, addresses with credentials and names of users are never logged.
public final class LogKeys {
  public static final String REVISION = "revision";
  public static final String ORGANIZATION = "organization";
  public static final String SITE = "site";
  public static final String SERVER = "server";
  public static final String RULE = "rule";
  public static final String CLAUSE = "clause";
  public static final String EVENT = "event";
  public static final String CHANNEL = "channel";
  public static final String ERROR_ID = "errorId";
  public static final String INCIDENT = "incident";
  public static final String RECEIVER = "receiver";
  public static final String MESSAGE = "message";
  public static final String OUTCOME = "outcome";
  public static final String OPENED = "opened";
  public static final String CHANGED = "changed";
  public static final String RESOLVED = "resolved";

  private LogKeys() {}
}
