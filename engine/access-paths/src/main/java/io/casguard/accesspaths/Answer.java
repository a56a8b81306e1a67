package io.casguard.accesspaths;

import io.casguard.topology.Word;

/// An answer to an open question. Of each question the first holds unless a person says otherwise.
/// Source: specification 9.
public enum Answer implements Word {
  OWN_EXTERNAL_URL_NOT_CONSULTED(OpenQuestion.Q1, "no"),
  OWN_EXTERNAL_URL_CONSULTED(OpenQuestion.Q1, "yes"),

  DEVICE_GETS_503(OpenQuestion.Q3, "503"),
  DEVICE_GETS_500(OpenQuestion.Q3, "500"),
  DEVICE_GETS_403(OpenQuestion.Q3, "403"),

  /// Reported as one of.
  ANY_EQUAL(OpenQuestion.Q4, "any"),
  FIRST_EQUAL_BY_NAME(OpenQuestion.Q4, "first"),

  CROSS_SITE_BLOCKED_BEFORE_SP1(OpenQuestion.Q5, "blocked"),
  CROSS_SITE_DIRECT_BEFORE_SP1(OpenQuestion.Q5, "direct"),

  MISSING_SUBDIRECTORY_FAILS(OpenQuestion.Q6, "fail"),
  MISSING_SUBDIRECTORY_LEAVES_PARENT(OpenQuestion.Q6, "parent"),

  UM_ACROSS_SITES_LOCAL(OpenQuestion.Q7, "local"),
  UM_ACROSS_SITES_FAILS(OpenQuestion.Q7, "fail"),

  /// The addresses of the Internet-facing site of the lowest cost.
  CLOSEST_INTERNET_FACING_SITE(OpenQuestion.Q8, "closest"),
  NO_ADDRESS(OpenQuestion.Q8, "none"),

  /// From SP2 on a link to the ExternalURL of the 2010 server.
  LINK_TO_2010(OpenQuestion.Q9, "link"),
  NO_LINK_TO_2010(OpenQuestion.Q9, "fail"),

  THE_INTEGRATED_ONE_IS_USED(OpenQuestion.Q11, "integrated"),
  MIXED_TARGETS_FAIL(OpenQuestion.Q11, "fail"),

  WEBDAV_UNDETERMINED(OpenQuestion.Q12, "undetermined"),
  WEBDAV_LOCAL(OpenQuestion.Q12, "local");

  private final OpenQuestion question;
  private final String word;

  Answer(OpenQuestion question, String word) {
    this.question = question;
    this.word = word;
  }

  /// What it answers.
  public OpenQuestion question() {
    return question;
  }

  /// The word in `--assume Q11=fail`.
  @Override
  public String word() {
    return word;
  }
}
