package io.casguard.accesspaths;

/// What the table of the offline address book decides on.
///
/// @param mailbox whether Autodiscover serves the mailbox
/// @param address where the request goes
/// @param files whether the server holds the files
/// @param transport whether the directory takes the request as it comes
record OabFacts(WhoseMailbox mailbox, Address address, Files files, Transport transport) {
  /// Whether Autodiscover serves the mailbox.
  sealed interface WhoseMailbox {
    /// There is none.
    record Nobody() implements WhoseMailbox {}

    /// It is on Exchange 2003 or older.
    record OfLegacy() implements WhoseMailbox {}

    /// It is on Exchange 2007 or later.
    record Served() implements WhoseMailbox {}
  }

  /// Where the request goes.
  sealed interface Address {
    /// No server distributes an address book.
    record Undistributed() implements Address {}

    /// No distribution point has an address for the client's network.
    record Unadvertised() implements Address {}

    /// To this server, given by Autodiscover or typed.
    record At(String server) implements Address {}
  }

  /// Whether the server is a distribution point.
  sealed interface Files {
    /// It is one.
    record Held() implements Files {}

    /// It is none.
    record Missing() implements Files {}
  }

  /// Whether the directory takes the request as it comes.
  sealed interface Transport {
    /// It does.
    record Taken() implements Transport {}

    /// It comes over http, and the directory requires SSL.
    record Refused() implements Transport {}
  }
}
