package io.casguard.notification.webhook;

import java.util.List;

/// The places inside that the operator lets receivers be at.
public record AllowList(List<AllowedPlace> places) {
  public AllowList {
    places = List.copyOf(places);
  }
}
