package io.casguard.servicekit.trace;

import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/// Takes up the trace that a request belongs to, or begins one.
final class TraceOfRequests {
  @ServerRequestFilter
  public void take(ContainerRequestContext request) {
    Trace.of(request.getHeaderString(Trace.PARENT), request.getHeaderString(Trace.STATE))
        .orElseGet(Trace::begun)
        .keep();
  }
}
