package io.casguard.servicekit.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.casguard.servicekit.logging.LogKeys;
import io.casguard.servicekit.outage.Outages;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jboss.resteasy.reactive.ResteasyReactiveClientProblem;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one place that turns the failure of a request into its answer.
final class ProblemAnswers {
  private static final Logger LOG = LoggerFactory.getLogger(ProblemAnswers.class);

  private final ProblemConfig config;

  ProblemAnswers(ProblemConfig config) {
    this.config = config;
  }

  @ServerExceptionMapper
  public Response refused(RefusedException refused) {
    return answer(refused.refusal().problem());
  }

  /// What Quarkus REST itself refuses. An answer of another service is none of ours.
  @ServerExceptionMapper
  public Response refused(WebApplicationException refused, UriInfo uri, Request request) {
    var response = refused.getResponse();
    if (refused instanceof ResteasyReactiveClientProblem || response.getStatus() >= 500) {
      return failed(refused);
    }
    if (response.getStatus() < 400 || response.hasEntity()) {
      return response;
    }
    var problem =
        switch (response.getStatus()) {
          case 404 -> new KitRefusal.NothingHere(uri.getPath()).problem();
          case 405 -> new KitRefusal.WrongMethod(request.getMethod()).problem();
          case 406 -> new KitRefusal.NotAcceptable().problem();
          case 413 -> new KitRefusal.TooLarge(config.largestBody().asLongValue()).problem();
          case 415 -> new KitRefusal.UnsupportedMediaType().problem();
          default ->
              refused.getCause() instanceof JacksonException unreadable
                  ? unreadable(unreadable)
                  : new KitRefusal.BadRequest(response.getStatus()).problem();
        };
    return answer(problem);
  }

  @ServerExceptionMapper
  public Response refused(MismatchedInputException unreadable) {
    return answer(unreadable(unreadable));
  }

  /// A broken constraint of a parameter is the caller's; one of a returned value is a bug.
  @ServerExceptionMapper
  public Response refused(ConstraintViolationException broken) {
    return broken.getConstraintViolations().stream().anyMatch(ProblemAnswers::isOfReturnedValue)
        ? failed(broken)
        : answer(
            new KitRefusal.InvalidRequest(
                    broken.getConstraintViolations().stream().map(ProblemAnswers::error).toList())
                .problem());
  }

  /// Logs the cause under the id that the caller is given.
  @ServerExceptionMapper
  public Response failed(Throwable cause) {
    var errorId = UUID.randomUUID();
    if (Outages.isOutage(cause)) {
      LOG.atWarn()
          .addKeyValue(LogKeys.ERROR_ID, errorId)
          .setCause(cause)
          .log("A request met an outage");
      return Response.fromResponse(answer(new Fault.Outage(errorId).problem()))
          .header(HttpHeaders.RETRY_AFTER, 1)
          .build();
    }
    LOG.atError().addKeyValue(LogKeys.ERROR_ID, errorId).setCause(cause).log("A request failed");
    return answer(new Fault.Bug(errorId).problem());
  }

  private static Problem unreadable(JacksonException unreadable) {
    var error = new LinkedHashMap<String, Object>();
    var place = unreadable.getLocation();
    if (place != null) {
      error.put("line", place.getLineNr());
      error.put("column", place.getColumnNr());
    }
    error.put("detail", unreadable.getOriginalMessage());
    return new KitRefusal.UnreadableBody(List.of(error)).problem();
  }

  private static boolean isOfReturnedValue(ConstraintViolation<?> broken) {
    return StreamSupport.stream(broken.getPropertyPath().spliterator(), false)
        .anyMatch(node -> node.getKind() == ElementKind.RETURN_VALUE);
  }

  private static Map<String, Object> error(ConstraintViolation<?> broken) {
    return Map.of("path", broken.getPropertyPath().toString(), "detail", broken.getMessage());
  }

  private static Response answer(Problem problem) {
    return Response.status(problem.status())
        .type(Problem.MEDIA_TYPE)
        .entity(problem.toJson())
        .build();
  }
}
