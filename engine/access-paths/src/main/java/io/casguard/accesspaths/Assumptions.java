package io.casguard.accesspaths;

import io.casguard.topology.Word;

/// The open questions of the field, each with the answer that casguard takes for right.
///
/// @param ownExternalUrl Q1: whether the first server's own ExternalURL is consulted before an
///   Outlook Web Access redirect
/// @param proxyFailureStatus Q3: the HTTP status that a device gets where proxying fails
/// @param choice Q4: how one of several equal servers is chosen
/// @param missingProxySubdirectory Q6: where proxied devices land from SP1 on, if the Proxy
///   subdirectory is missing
/// @param newerMailbox Q9: what Outlook Web Access 2007 does for a 2010 mailbox
/// @param mixedTargets Q11: what happens where one Client Access server of the target site accepts
///   Integrated and another does not
public record Assumptions(
    OwnExternalUrl ownExternalUrl,
    ProxyFailureStatus proxyFailureStatus,
    Choice choice,
    MissingProxySubdirectory missingProxySubdirectory,
    NewerMailbox newerMailbox,
    MixedTargets mixedTargets) {
  /// The answers that hold unless a person says otherwise.
  public static final Assumptions DEFAULT =
      new Assumptions(
          OwnExternalUrl.NOT_CONSULTED,
          ProxyFailureStatus.UNAVAILABLE,
          Choice.ANY,
          MissingProxySubdirectory.FAIL,
          NewerMailbox.REDIRECT_LINK,
          MixedTargets.THE_INTEGRATED_ONE);

  /// Q1.
  public enum OwnExternalUrl {
    NOT_CONSULTED,
    CONSULTED
  }

  /// Q3.
  public enum ProxyFailureStatus implements Word {
    UNAVAILABLE(503),
    ERROR(500),
    FORBIDDEN(403);

    private final int status;

    ProxyFailureStatus(int status) {
      this.status = status;
    }

    int status() {
      return status;
    }

    @Override
    public String word() {
      return String.valueOf(status);
    }

    @Override
    public String toString() {
      return word();
    }
  }

  /// Q4.
  public enum Choice implements Word {
    /// Any of them; reported as one of.
    ANY("any"),
    /// The first by name.
    FIRST_BY_NAME("first-by-name");

    private final String word;

    Choice(String word) {
      this.word = word;
    }

    @Override
    public String word() {
      return word;
    }
  }

  /// Q6.
  public enum MissingProxySubdirectory implements Word {
    FAIL("fail"),
    /// The directory itself takes them.
    PARENT_DIRECTORY("parent-directory");

    private final String word;

    MissingProxySubdirectory(String word) {
      this.word = word;
    }

    @Override
    public String word() {
      return word;
    }
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
