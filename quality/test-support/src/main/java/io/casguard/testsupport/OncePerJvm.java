package io.casguard.testsupport;

import java.io.IOException;
import java.util.Properties;

/// A text that is made once for a JVM, although Quarkus loads this class anew for each application
/// it starts.
///
/// So it is kept where every class loader looks: in the system properties, which are also the lock.
final class OncePerJvm {
  private OncePerJvm() {}

  static String text(String property, Maker maker) throws IOException, InterruptedException {
    Properties everywhereTheSame = System.getProperties();
    synchronized (everywhereTheSame) {
      String known = everywhereTheSame.getProperty(property);
      if (known != null) {
        return known;
      }
      String made = maker.make();
      everywhereTheSame.setProperty(property, made);
      return made;
    }
  }

  /// Makes the text the first time.
  interface Maker {
    String make() throws IOException, InterruptedException;
  }
}
