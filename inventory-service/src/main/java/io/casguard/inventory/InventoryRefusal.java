package io.casguard.inventory;

import io.casguard.servicekit.problem.Problem;
import io.casguard.servicekit.problem.Refusal;
import java.util.List;

/// What the inventory refuses, and how it says so.
public sealed interface InventoryRefusal extends Refusal {
  /// How many organizations an answer lists at most.
  int LISTED_NAMES = 10;

  /// Nobody has ever put a topology under this name.
  record UnknownOrganization(String organization) implements InventoryRefusal {}

  /// The organization was deleted, by that revision.
  record DeletedOrganization(String organization, long revision) implements InventoryRefusal {}

  /// The organization's revisions end before this one.
  record UnknownRevision(String organization, long revision, long last)
      implements InventoryRefusal {}

  /// The topology is not, or no longer, the one that the caller's If-Match or If-None-Match speaks
  /// of.
  ///
  /// @param current the ETag of what is there now; empty where nothing is
  /// @param revision its number; the last one where the organization was deleted, 0 where there
  ///   never was any
  record NotCurrent(String organization, String current, long revision)
      implements InventoryRefusal {}

  /// The manifest declares another organization than the address names, or more than that one.
  record WrongOrganization(String organization, List<String> declared) implements InventoryRefusal {
    public WrongOrganization {
      declared = declared.stream().limit(LISTED_NAMES).toList();
    }
  }

  /// The address says something that a change does not know, a misspelled dryRun perhaps.
  record UnknownParameter(String parameter) implements InventoryRefusal {}

  /// The files are larger than a manifest may be, all together.
  record ManifestTooLarge(long most) implements InventoryRefusal {}

  /// The files have no names that a revision could keep.
  record UnfitFiles(String why) implements InventoryRefusal {}

  @Override
  default Problem problem() {
    return switch (this) {
      case UnknownOrganization(var organization) ->
          Problem.of(
              "unknown-organization",
              "No such organization",
              404,
              "There is no organization " + organization + ".");
      case DeletedOrganization(var organization, var revision) ->
          Problem.of(
                  "deleted-organization",
                  "The organization was deleted",
                  410,
                  "%s was deleted by its revision %d; its revisions can still be read."
                      .formatted(organization, revision))
              .with("organization", organization)
              .with("revision", revision);
      case UnknownRevision(var organization, var revision, var last) ->
          Problem.of(
                  "unknown-revision",
                  "No such revision",
                  404,
                  "%s has no revision %d; its last is %d.".formatted(organization, revision, last))
              .with("organization", organization)
              .with("lastRevision", last);
      case NotCurrent(var organization, var current, var revision) ->
          Problem.of(
                  "not-current",
                  "The topology is another one by now",
                  412,
                  "Nothing was changed: "
                      + (current.isEmpty()
                          ? organization + " has no topology."
                          : "the topology of %s is %s. Read it, and put again what is still wanted."
                              .formatted(organization, current)))
              .with("organization", organization)
              .with("etag", current)
              .with("revision", revision);
      case WrongOrganization(var organization, var declared) ->
          Problem.of(
                  "wrong-organization",
                  "The manifest declares another organization",
                  422,
                  "The manifest must declare %s and nothing else; it declares %s."
                      .formatted(organization, String.join(", ", declared)))
              .with("declared", declared);
      case UnknownParameter(var parameter) ->
          Problem.of(
              "unknown-parameter",
              "The parameter is unknown",
              400,
              ("Nothing was done, because %s is not understood: a change knows file, commit,"
                      + " message, and dryRun, which is true or false.")
                  .formatted(parameter));
      case ManifestTooLarge(var most) ->
          Problem.of(
              "manifest-too-large",
              "The manifest is too large",
              413,
              "The files of a manifest have at most %d MiB together.".formatted(most >> 20));
      case UnfitFiles(var why) -> Problem.of("unfit-files", "The files cannot be kept", 400, why);
    };
  }
}
