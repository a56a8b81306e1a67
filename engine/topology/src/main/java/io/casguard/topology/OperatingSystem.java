package io.casguard.topology;

/// The Windows Server below an Exchange server.
public enum OperatingSystem implements Word {
  WINDOWS_2003("2003"),
  WINDOWS_2008("2008"),
  WINDOWS_2008_R2("2008R2");

  private final String word;

  OperatingSystem(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
