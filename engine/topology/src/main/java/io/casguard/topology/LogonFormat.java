package io.casguard.topology;

/// What people type as user name at the forms of Outlook Web Access.
public enum LogonFormat implements Word {
  FULL_DOMAIN("FullDomain"),
  USER_NAME("UserName"),
  PRINCIPAL_NAME("PrincipalName");

  private final String word;

  LogonFormat(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
