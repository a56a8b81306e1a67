package io.casguard.formats.shell;

import io.casguard.formats.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// What reading a file gave, all of it in memory.
record Exported(List<ShellObject> objects, List<Problem> passedOver, ShellExports.Reading reading) {
  static Exported of(String name, String text) throws IOException {
    return of(name, text.getBytes(StandardCharsets.UTF_8));
  }

  static Exported of(String name, byte[] bytes) throws IOException {
    return of(new ExportFile(name, true, () -> new ByteArrayInputStream(bytes)));
  }

  static Exported of(ExportFile file) throws IOException {
    return of(List.of(file), ExportLimits.DEFAULT);
  }

  static Exported of(List<ExportFile> files, ExportLimits limits) throws IOException {
    List<ShellObject> objects = new ArrayList<>();
    List<Problem> passedOver = new ArrayList<>();
    ShellExports.Reading reading =
        ShellExports.read(
            files,
            limits,
            new Sink() {
              @Override
              public void object(ShellObject object) {
                objects.add(object);
              }

              @Override
              public void passedOver(Problem what) {
                passedOver.add(what);
              }
            });
    return new Exported(objects, passedOver, reading);
  }

  List<String> problems() {
    return reading.problems().stream().map(Problem::toString).toList();
  }
}
