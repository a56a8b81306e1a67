package io.casguard.accesspaths;

/// The open questions of the field, each with the answer that casguard takes for right.
///
/// @param ownExternalUrl Q1: whether the first server's own ExternalURL is consulted before an
///   Outlook Web Access redirect
/// @param choice Q4: how one of several equal servers is chosen
/// @param newerMailbox Q9: what Outlook Web Access 2007 does for a 2010 mailbox
/// @param mixedTargets Q11: what happens where one Client Access server of the target site accepts
///   Integrated and another does not
public record Assumptions(
    OwnExternalUrl ownExternalUrl,
    Choice choice,
    NewerMailbox newerMailbox,
    MixedTargets mixedTargets) {
  /// The answers that hold unless a person says otherwise.
  public static final Assumptions DEFAULT =
      new Assumptions(
          OwnExternalUrl.NOT_CONSULTED,
          Choice.ANY,
          NewerMailbox.REDIRECT_LINK,
          MixedTargets.THE_INTEGRATED_ONE);

  /// Q1.
  public enum OwnExternalUrl {
    NOT_CONSULTED,
    CONSULTED
  }

  /// Q4.
  public enum Choice {
    /// Any of them; reported as one of.
    ANY,
    /// The first by name.
    FIRST_BY_NAME
  }

  /// Q9.
  public enum NewerMailbox {
    /// From SP2 on a link to the ExternalURL of the 2010 server.
    REDIRECT_LINK,
    FAIL
  }

  /// Q11.
  public enum MixedTargets {
    THE_INTEGRATED_ONE,
    FAIL
  }
}
