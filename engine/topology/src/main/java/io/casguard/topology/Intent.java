package io.casguard.topology;

/// What the owner wants of a site for one protocol, when the request arrives at a server of another
/// site.
public enum Intent implements Word {
  PROXY("proxy"),
  REDIRECT("redirect");

  private final String word;

  Intent(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
