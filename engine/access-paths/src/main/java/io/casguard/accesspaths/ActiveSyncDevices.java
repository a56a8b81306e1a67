package io.casguard.accesspaths;

import java.util.Optional;

/// What devices of Exchange ActiveSync do, by the version that they speak.
final class ActiveSyncDevices {
  /// The version of the reason for which a device does not get on after a 451.
  static final String IGNORES_451 = "device_ignores_451";

  private static final DeviceVersion V12_0 = new DeviceVersion(12, 0);
  private static final DeviceVersion V12_1 = new DeviceVersion(12, 1);
  private static final DeviceVersion V14_0 = new DeviceVersion(14, 0);

  private ActiveSyncDevices() {}

  /// Whether a server takes a device for one that knows what a 451 is (A-3a).
  static boolean understands451(DeviceVersion version) {
    return version.compareTo(V12_1) >= 0;
  }

  /// Whether a device fails where it is offered Integrated authentication.
  static boolean failsAtIntegrated(DeviceVersion version) {
    return version.compareTo(V12_0) < 0;
  }

  /// Whether a device goes where a 451 sends it (A-4a).
  static Following.Followed follows451(Optional<DeviceVersion> stated) {
    if (stated.isEmpty()) {
      return Following.Followed.own(
          "whether a device follows a 451 depends on the version that it speaks, which is unsaid"
              + " (A-4a)");
    }
    DeviceVersion version = stated.get();
    if (version.compareTo(V14_0) >= 0) {
      return Following.Followed.own();
    }
    return understands451(version)
        ? Following.Followed.own(
            "sources disagree whether a device that speaks " + version + " follows a 451 (A-4a)")
        : Following.Followed.no(
            IGNORES_451,
            "a device that speaks "
                + version
                + " does not follow a 451; its user has to type the other server's name (A-4a)");
  }
}
