package io.casguard.accesspaths;

import io.casguard.topology.Url;
import java.util.ArrayList;
import java.util.List;

/// Where one run of a procedure ends: its trail, the equals it chose among, its remarks.
record Ending(Trail trail, List<String> oneOf, List<String> remarks) {
  Ending {
    oneOf = List.copyOf(oneOf);
    remarks = List.copyOf(remarks);
  }

  Outcome outcome() {
    return trail.decision().outcome();
  }

  /// Both say the same of outcome, server and address.
  boolean agreesWith(Ending other) {
    return outcome().word().equals(other.outcome().word())
        && outcome().namedServer().equals(other.outcome().namedServer())
        && outcome().namedUrl().map(Url::text).equals(other.outcome().namedUrl().map(Url::text));
  }

  /// The same end of a longer way.
  Ending after(List<Trail.Passed> before) {
    List<Trail.Step> steps = new ArrayList<>(before);
    steps.addAll(trail.steps());
    return new Ending(new Trail(steps), oneOf, remarks);
  }

  Ending remarking(String remark) {
    List<String> more = new ArrayList<>(remarks);
    more.add(remark);
    return new Ending(trail, oneOf, more);
  }
}
