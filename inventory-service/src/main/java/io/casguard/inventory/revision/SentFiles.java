package io.casguard.inventory.revision;

import io.casguard.formats.SourceFile;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.IntStream;

/// The files of revisions.
///
/// The first edition belongs to its revision for ever. A later one states the same topology in
/// other words, and takes the place of the later one before.
@Singleton
public class SentFiles implements PanacheRepositoryBase<SentFileRow, SentFileId> {
  /// The edition that a revision began with.
  public static final int FIRST = 1;

  /// The files in the order in which they were sent; none of a deletion, and none of revision 0.
  public Uni<List<SourceFile>> of(String organization, long revision, int edition) {
    return list(
            "organization = ?1 and revision = ?2 and edition = ?3",
            Sort.by("place"),
            organization,
            revision,
            edition)
        .map(rows -> rows.stream().map(SentFileRow::toDomain).toList());
  }

  /// Adds an edition; one that is neither the first nor this one is deleted.
  public Uni<Void> add(String organization, long revision, int edition, List<SourceFile> files) {
    var rows =
        IntStream.range(0, files.size())
            .mapToObj(
                place -> SentFileRow.of(organization, revision, edition, place, files.get(place)))
            .toList();
    return delete(
            "organization = ?1 and revision = ?2 and edition > ?3", organization, revision, FIRST)
        .chain(() -> rows.isEmpty() ? Uni.createFrom().voidItem() : persist(rows));
  }
}
