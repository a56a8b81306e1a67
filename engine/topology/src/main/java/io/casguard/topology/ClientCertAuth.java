package io.casguard.topology;

/// Whether Exchange ActiveSync asks a device for a certificate.
public enum ClientCertAuth implements Word {
  IGNORE("Ignore"),
  ACCEPTED("Accepted"),
  REQUIRED("Required");

  private final String word;

  ClientCertAuth(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
