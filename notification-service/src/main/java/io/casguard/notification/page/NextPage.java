package io.casguard.notification.page;

import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jboss.resteasy.reactive.RestResponse;

/// A page of a list whose newest comes first; the header `Link` leads to the one after it.
public final class NextPage {
  private NextPage() {}

  /// The answer that shows these rows. A full page has another after it, if an empty one.
  public static <R, D> RestResponse<List<D>> answer(
      UriInfo uri, int limit, List<R> rows, ToLongFunction<R> id, Function<R, D> document) {
    var answer = RestResponse.ResponseBuilder.ok(rows.stream().map(document).toList());
    if (rows.size() == limit) {
      var next =
          uri.getRequestUriBuilder().replaceQueryParam("before", id.applyAsLong(rows.getLast()));
      answer.header("Link", "<" + next.build() + ">; rel=\"next\"");
    }
    return answer.build();
  }
}
