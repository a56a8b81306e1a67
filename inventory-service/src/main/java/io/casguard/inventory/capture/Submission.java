package io.casguard.inventory.capture;

import io.casguard.contracts.Provenance;
import io.casguard.formats.Limits;
import io.casguard.formats.Manifest;
import io.casguard.formats.Position;
import io.casguard.formats.Problem;
import io.casguard.formats.SourceFile;
import io.casguard.inventory.InventoryRefusal.ManifestTooLarge;
import io.casguard.inventory.InventoryRefusal.UnfitFiles;
import io.casguard.inventory.InventoryRefusal.WrongOrganization;
import io.casguard.inventory.revision.Stated;
import io.casguard.manifestbody.ManifestBody;
import io.casguard.manifestbody.UnreadableManifest;
import io.casguard.topology.Parsed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/// Files that were sent as the topology of an organization, not yet read.
record Submission(
    String organization, List<Part> parts, Precondition precondition, Provenance provenance) {
  private static final Pattern FIT_NAME =
      Pattern.compile("(?!.*(^|/)\\.{1,2}(/|$))[^/\\\\\\p{Cntrl}]+(/[^/\\\\\\p{Cntrl}]+)*");
  private static final int LONGEST_NAME = 255;

  /// A file under the name that its sender gave it.
  record Part(String name, Content content) {}

  /// The bytes of a file, wherever they wait.
  interface Content {
    byte[] bytes() throws IOException;
  }

  /// Reads everything; refused where anything is wrong.
  Proposal read() throws IOException {
    checkNames();
    var files = decoded();
    var declared = ManifestBody.read(files);
    return new Proposal(files, only(declared), precondition, provenance);
  }

  private void checkNames() {
    if (parts.isEmpty()) {
      throw new UnfitFiles("The form holds no file: send each as a part with a file name.")
          .asException();
    }
    var names = new HashSet<String>();
    for (Part part : parts) {
      if (part.name().length() > LONGEST_NAME || !FIT_NAME.matcher(part.name()).matches()) {
        throw new UnfitFiles(
                "A file name is a relative path of at most 255 characters, such as sites/leeds.yaml.")
            .asException();
      }
      if (!names.add(part.name())) {
        throw new UnfitFiles("Two files are named " + part.name() + ".").asException();
      }
    }
  }

  private List<SourceFile> decoded() throws IOException {
    var files = new ArrayList<SourceFile>();
    var problems = new ArrayList<Problem>();
    long size = 0;
    for (Part part : parts) {
      var bytes = part.content().bytes();
      size += bytes.length;
      if (size > Limits.DEFAULT.bytes()) {
        throw new ManifestTooLarge(Limits.DEFAULT.bytes()).asException();
      }
      switch (SourceFile.decode(part.name(), bytes)) {
        case Parsed.Understood<SourceFile>(var file) -> files.add(file);
        case Parsed.Refused<SourceFile>(var why) ->
            problems.add(new Problem(new Position(part.name(), 1, 1), "", why));
      }
    }
    if (!problems.isEmpty()) {
      throw new UnreadableManifest(problems).asException();
    }
    return files;
  }

  private Stated only(List<Manifest.Declared> declared) {
    var organizations = declared.stream().map(one -> one.topology().organization()).toList();
    if (!organizations.equals(List.of(organization))) {
      throw new WrongOrganization(organization, organizations).asException();
    }
    return Stated.of(declared.getFirst());
  }
}
