package io.casguard.inventory.organization;

import io.casguard.inventory.InventoryRefusal.DeletedOrganization;
import io.casguard.inventory.InventoryRefusal.UnknownOrganization;

/// What an organization is at.
///
///     Unknown -> Present (1) -> Present (2) -> Deleted (3) -> Present (4) -> ...
public sealed interface Standing {
  /// Its name.
  String organization();

  /// The number of its last revision; 0 where there is none.
  long revision();

  /// Which writing of that revision is the current one.
  int edition();

  /// There never was a topology of it.
  record Unknown(String organization) implements Standing {
    @Override
    public long revision() {
      return 0;
    }

    @Override
    public int edition() {
      return 1;
    }
  }

  /// It has a topology.
  record Present(String organization, long revision, int edition) implements Standing {
    /// Of the topology as it is written now: the revision, and the edition behind the first.
    public String tag() {
      return edition == 1 ? Long.toString(revision) : revision + "." + edition;
    }

    /// The same topology in other words.
    public Present reworded() {
      return new Present(organization, revision, edition + 1);
    }
  }

  /// Its last revision ended it.
  record Deleted(String organization, long revision) implements Standing {
    @Override
    public int edition() {
      return 1;
    }
  }

  /// Itself where there is a topology; refused where there is none, or none any more.
  default Present present() {
    return switch (this) {
      case Present present -> present;
      case Unknown _ -> throw new UnknownOrganization(organization()).asException();
      case Deleted _ -> throw new DeletedOrganization(organization(), revision()).asException();
    };
  }
}
