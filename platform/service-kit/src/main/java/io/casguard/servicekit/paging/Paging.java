package io.casguard.servicekit.paging;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/// Lists are read page by page; the header Link leads to the next one.
public final class Paging {
  /// How much a page holds unless the caller says so.
  public static final String USUAL = "50";

  /// How much a page holds at most.
  public static final int MOST = 500;

  private Paging() {}

  /// A page, and where the next one is unless it is the last.
  public static Response answer(Object page, @Nullable String next) {
    var answer = Response.ok(page);
    if (next != null) {
      answer.header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"");
    }
    return answer.build();
  }
}
