package io.casguard.servicekit.problem;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/// Refuses a body by the length it announces, before Quarkus does so without a word.
@Singleton
final class LargeBodies {
  private static final int BEFORE_THE_LIMIT_OF_QUARKUS = 1000;

  private final long most;

  LargeBodies(ProblemConfig config) {
    this.most = config.largestBody().asLongValue();
  }

  void register(@Observes Filters filters) {
    filters.register(this::refuse, BEFORE_THE_LIMIT_OF_QUARKUS);
  }

  private void refuse(RoutingContext request) {
    if (announced(request) <= most) {
      request.next();
      return;
    }
    request
        .response()
        .setStatusCode(413)
        .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
        .putHeader(HttpHeaders.CONNECTION, "close")
        .end(new KitRefusal.TooLarge(most).problem().toJson());
  }

  private static long announced(RoutingContext request) {
    var length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    return length == null ? 0 : Long.parseLong(length);
  }
}
