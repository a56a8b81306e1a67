package io.casguard.localstack;

import java.nio.file.Path;
import java.util.List;

/// A launcher to be killed: starts a stack in the folder that is its argument, says so, and waits.
final class StackLauncher {
  static final String UP = "up";

  private StackLauncher() {}

  static void main(String[] arguments) throws Exception {
    var plan =
        new StackPlan(
            Path.of(arguments[0]),
            false,
            List.of("rules"),
            List.of(new Topic("casguard.topology-changes", 3)),
            List.of(
                DummyService.part("obedient", "obedient"),
                DummyService.part("stubborn", "stubborn")));
    switch (LocalStack.start(plan, System.out)) {
      case LocalStack.Start.Up(var stack) -> {
        System.out.println(UP);
        stack.awaitStop();
      }
      case LocalStack.Start.Held held -> System.out.println(held.told());
      case LocalStack.Start.Failed(var why) -> System.out.println(why);
    }
  }
}
