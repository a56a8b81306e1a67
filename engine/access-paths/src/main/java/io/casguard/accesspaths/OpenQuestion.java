package io.casguard.accesspaths;

import java.util.Arrays;
import java.util.List;

/// A question that no source answers, with the answers that casguard can be told to take for right.
/// Source: specification 9.
public enum OpenQuestion {
  Q1("Is the first server's own ExternalURL consulted before an Outlook Web Access redirect?"),
  Q3("Which HTTP status does a device get when ActiveSync proxying fails?"),
  Q4("How is one of several equal Client Access servers selected?"),
  Q5("What do POP3 and IMAP4 do across sites before SP1?"),
  Q6("What does ActiveSync on SP1 and later do when the Proxy subdirectory is missing?"),
  Q7("What does the Unified Messaging web service do across sites?"),
  Q8("What does Autodiscover hand out when the mailbox's site has no ExternalURL?"),
  Q9("What does Outlook Web Access 2007 do for a 2010 mailbox?"),
  Q11("What happens where one target server accepts Integrated and another shows forms?"),
  Q12("What happens to WebDAV clients with a 2007 mailbox through /exchange?");

  private final String sentence;

  OpenQuestion(String sentence) {
    this.sentence = sentence;
  }

  /// The question in words.
  public String sentence() {
    return sentence;
  }

  /// The answers, the one that holds by default first.
  public List<Answer> answers() {
    return Arrays.stream(Answer.values()).filter(answer -> answer.question() == this).toList();
  }
}
