package io.casguard.inventory.revision;

import io.casguard.formats.SourceFile;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.NullUnmarked;

/// A file of a revision, as it was sent.
@Entity
@Immutable
@Table(name = "sent_file")
@IdClass(SentFileId.class)
@NullUnmarked
class SentFileRow {
  @Id String organization;
  @Id long revision;
  @Id int edition;
  @Id int place;
  String name;
  String text;

  static SentFileRow of(
      String organization, long revision, int edition, int place, SourceFile file) {
    var row = new SentFileRow();
    row.organization = organization;
    row.revision = revision;
    row.edition = edition;
    row.place = place;
    row.name = file.name();
    row.text = file.text();
    return row;
  }

  SourceFile toDomain() {
    return new SourceFile(name, text);
  }
}
