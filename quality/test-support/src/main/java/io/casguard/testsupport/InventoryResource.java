package io.casguard.testsupport;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.util.Map;

/// Puts the address of the played inventory into the configuration of the service; public because
/// Quarkus makes it.
public final class InventoryResource implements QuarkusTestResourceLifecycleManager {
  @Override
  public Map<String, String> start() {
    try {
      return Map.of("casguard.inventory.url", PlayedInventory.shared().address().toString());
    } catch (IOException | InterruptedException cause) {
      throw new IllegalStateException("no inventory for the test", cause);
    }
  }

  @Override
  public void stop() {
    // it is shared, and ends with the JVM
  }
}
