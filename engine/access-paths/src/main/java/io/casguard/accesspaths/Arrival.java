package io.casguard.accesspaths;

import io.casguard.topology.Server;
import java.util.List;

/// Where a request arrives that was given no entry: the clients of some protocols find their server
/// themselves.
sealed interface Arrival {
  /// At any of these servers; the first one is taken.
  ///
  /// @param servers never empty
  /// @param passed the clauses by which they are found
  record At(List<Server> servers, List<Trail.Passed> passed) implements Arrival {
    public At {
      servers = List.copyOf(servers);
      passed = List.copyOf(passed);
    }
  }

  /// At one of these servers, and the topology does not say at which.
  ///
  /// @param servers never empty
  /// @param open what is said of it where they do not answer alike
  record Open(List<Server> servers, Trail.Decided open) implements Arrival {
    public Open {
      servers = List.copyOf(servers);
    }
  }

  /// Nowhere.
  record Nowhere(Ending ending) implements Arrival {}
}
