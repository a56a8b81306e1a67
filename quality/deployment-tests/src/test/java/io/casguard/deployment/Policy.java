package io.casguard.deployment;

import java.util.function.Function;
import java.util.stream.Stream;

/// What must be true of all rendered objects together, by a sentence each.
enum Policy {
  THE_NAMESPACE_ADMITS_ONLY_RESTRICTED_PODS(Pods::namespace),
  PODS_ARE_RESTRICTED(Pods::restricted),
  PODS_HAVE_NO_TOKEN(Pods::token),
  PODS_ARE_PROBED_ON_THE_MANAGEMENT_PORT(Pods::probes),
  PODS_HAVE_MEMORY_AND_NO_LIMIT_OF_CPU(Pods::resources),
  PODS_ARE_SPREAD(Pods::spread),
  PODS_END_WITHIN_THEIR_GRACE(Pods::shutdown),
  ROLLOUTS_TAKE_NOTHING_AWAY(Pods::rollout),
  IMAGES_HAVE_THE_VERSION_OF_THE_PROJECT(Pods::images),
  NO_SECRET_IS_WRITTEN(Settings::secrets),
  EVERY_VARIABLE_IS_A_SETTING_OF_THE_PRODUCT(Settings::known),
  SERVICES_SHARE_NO_DATABASE(Settings::databases),
  WHAT_IS_REFERRED_TO_EXISTS(Settings::references),
  EACH_SERVICE_HAS_THE_SAME_FIVE(ServiceObjects::five),
  SELECTORS_FIND_THEIR_PODS(ServiceObjects::selectors),
  PORTS_ARE_THOSE_OF_THE_SETTINGS(ServiceObjects::ports),
  BUDGETS_GIVE_UP_ONE_POD(ServiceObjects::budgets),
  NOTHING_IS_OPEN_BY_DEFAULT(Flows::closed),
  ONLY_KNOWN_FLOWS_ARE_ALLOWED(Flows::known);

  private final Function<Manifests, Stream<String>> complaints;

  Policy(Function<Manifests, Stream<String>> complaints) {
    this.complaints = complaints;
  }

  /// What is wrong, and where; empty where nothing is.
  Stream<String> complaints(Manifests manifests) {
    return complaints.apply(manifests);
  }
}
