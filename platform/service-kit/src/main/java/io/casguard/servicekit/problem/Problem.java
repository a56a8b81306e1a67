package io.casguard.servicekit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// A problem of RFC 9457, as `application/problem+json` carries it.
public record Problem(
    String slug, // its type is /problems/{slug}, and docs/problems/{slug}.md explains it
    String title, // the same for every problem of the type
    int status,
    String detail, // what went wrong this time, and what can be done
    Map<String, Object> extensions // further members, such as errors or errorId
    ) {
  public static final String MEDIA_TYPE = "application/problem+json";

  private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final JsonMapper JSON = new JsonMapper();

  public Problem {
    if (!SLUG.matcher(slug).matches()) {
      throw new IllegalArgumentException(slug + " is no slug");
    }
    extensions = Collections.unmodifiableMap(new LinkedHashMap<>(extensions));
  }

  /// A problem without further members.
  public static Problem of(String slug, String title, int status, String detail) {
    return new Problem(slug, title, status, detail, Map.of());
  }

  /// The same with one more member: text, a number, or lists and maps of them.
  public Problem with(String member, Object value) {
    var more = new LinkedHashMap<>(extensions);
    more.put(member, value);
    return new Problem(slug, title, status, detail, more);
  }

  /// The address of its explanation.
  public String type() {
    return "/problems/" + slug;
  }

  /// The document of RFC 9457.
  public String toJson() {
    var document = new LinkedHashMap<String, Object>();
    document.put("type", type());
    document.put("title", title);
    document.put("status", status);
    document.put("detail", detail);
    extensions.forEach(document::putIfAbsent);
    try {
      return JSON.writeValueAsString(document);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
