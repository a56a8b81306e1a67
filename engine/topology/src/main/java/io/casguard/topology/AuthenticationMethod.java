package io.casguard.topology;

/// An authentication method as the shell prints it in `InternalAuthenticationMethods`.
public enum AuthenticationMethod implements Word {
  BASIC("Basic"),
  DIGEST("Digest"),
  NTLM("Ntlm"),
  FBA("Fba"),
  WINDOWS_INTEGRATED("WindowsIntegrated"),
  KERBEROS("Kerberos"),
  NEGOTIATE("Negotiate"),
  CERTIFICATE("Certificate"),
  LIVE_ID_FBA("LiveIdFba"),
  LIVE_ID_BASIC("LiveIdBasic"),
  LIVE_ID_NEGOTIATE("LiveIdNegotiate"),
  WS_SECURITY("WSSecurity"),
  NEGO_EX("NegoEx"),
  O_AUTH("OAuth"),
  ADFS("Adfs"),
  MISCONFIGURED("Misconfigured");

  private final String word;

  AuthenticationMethod(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
