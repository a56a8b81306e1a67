package io.casguard.formats.imports;

import io.casguard.formats.NearestName;
import io.casguard.formats.Problem;
import io.casguard.formats.shell.Cmdlet;
import io.casguard.formats.shell.PropertyNames;
import io.casguard.formats.shell.ShellObject;
import io.casguard.formats.shell.ShellProperty;
import io.casguard.topology.DirectoryKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Finds properties that look like a wrong spelling of one that is missing, each once for a file.
final class Misspellings {
  /// Columns of a report that a wrong spelling may stand for too, and that are not read.
  private static final List<String> NOT_2007 = List.of("ECPInternalURL", "ECPExternalURL");

  private final Remarks remarks;
  private final Set<String> seen = new HashSet<>();

  Misspellings(Remarks remarks) {
    this.remarks = remarks;
  }

  void lookFor(Cmdlet cmdlet, ShellObject object) {
    List<String> missing = new ArrayList<>();
    for (ShellVocabulary.Column column : columnsWithReports(cmdlet)) {
      if (column.in(object).isEmpty()) {
        missing.add(column.name());
      }
    }
    if (missing.isEmpty()) {
      return;
    }
    if (cmdlet == Cmdlet.URL_REPORT) {
      missing.addAll(NOT_2007);
    }
    for (ShellProperty property : object.properties()) {
      String once = object.at().file() + " " + cmdlet + " " + property.name();
      if (seen.size() < Remarks.MOST
          && !PropertyNames.areKnown(property.name())
          && seen.add(once)) {
        NearestName.of(property.name(), missing)
            .filter(right -> !NOT_2007.contains(right))
            .ifPresent(right -> tell(cmdlet, property, right));
      }
    }
  }

  private void tell(Cmdlet cmdlet, ShellProperty property, String right) {
    remarks.add(
        new Problem(
            property.at(),
            "",
            property.name()
                + " is no property of "
                + cmdlet.command()
                + "; did you mean "
                + right
                + "? It was not read: rename it, and import again"));
  }

  private static List<ShellVocabulary.Column> columnsWithReports(Cmdlet cmdlet) {
    if (cmdlet != Cmdlet.URL_REPORT) {
      return ShellVocabulary.columns(cmdlet);
    }
    List<ShellVocabulary.Column> columns = new ArrayList<>();
    for (DirectoryKind kind : DirectoryKind.values()) {
      columns.addAll(ShellVocabulary.reportColumns(kind));
    }
    return columns;
  }
}
