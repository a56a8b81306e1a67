package io.casguard.servicekit.outage;

import com.fasterxml.jackson.core.JacksonException;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Tells an outage, which passes, from a fault, which does not.
public final class Outages {
  /// Classes of SQLSTATE: connection, a transaction that was rolled back for another (a deadlock),
  /// resources, operator's intervention (a shutdown), system error (a full disk).
  private static final Set<String> SQL_CLASSES = Set.of("08", "40", "53", "57", "58");

  private static final int LONGEST_CHAIN = 20;

  private Outages() {}

  /// Whether the failure, or one of its causes, says that something is away for now.
  public static boolean isOutage(Throwable failure) {
    @Nullable Throwable cause = failure;
    for (int i = 0; cause != null && i < LONGEST_CHAIN; i++, cause = cause.getCause()) {
      if (saysSo(cause)) {
        return true;
      }
    }
    return false;
  }

  private static boolean saysSo(Throwable failure) {
    return switch (failure) {
      case OutageException _ -> true;
      case JacksonException _ -> false;
      case IOException _ -> true;
      case TimeoutException _ -> true;
      case ClosedConnectionException _ -> true;
      case PgException database -> isOutage(database.getSqlState());
      case ProcessingException away -> away.getCause() instanceof IOException;
      case WebApplicationException answer -> isOutage(answer.getResponse().getStatus());
      default -> false;
    };
  }

  private static boolean isOutage(@Nullable String sqlState) {
    return sqlState != null && SQL_CLASSES.contains(sqlState.substring(0, 2));
  }

  private static boolean isOutage(int status) {
    return status == 429 || status == 502 || status == 503 || status == 504;
  }
}
