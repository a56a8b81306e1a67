package io.casguard.notification.delivery;

import io.casguard.notification.page.NextPage;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// The delivery log, over HTTP.
@Path("/deliveries")
class DeliveryResource {
  private final Deliveries deliveries;

  DeliveryResource(Deliveries deliveries) {
    this.deliveries = deliveries;
  }

  @GET
  public Uni<RestResponse<List<Delivery>>> list(
      @RestQuery @Nullable String receiver,
      @RestQuery @Nullable String incident,
      @RestQuery @DefaultValue("9223372036854775807") @Min(1) long before,
      @RestQuery @DefaultValue("50") @Min(1) @Max(500) int limit,
      UriInfo uri) {
    return deliveries
        .page(before, Optional.ofNullable(receiver), Optional.ofNullable(incident), limit)
        .map(page -> NextPage.answer(uri, limit, page, Delivery::id, Function.identity()));
  }
}
