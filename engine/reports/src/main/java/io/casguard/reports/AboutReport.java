package io.casguard.reports;

import io.casguard.accesslogs.AboutReading;
import io.casguard.accesslogs.Verdict;
import io.casguard.formats.SourceMap;
import io.casguard.topology.Server;

/// What an About page says, beside the prediction: the answer of `casguard about`.
public final class AboutReport {
  private final String organization;
  private final AboutReading reading;
  private final AccessPathReport path;

  /// @param sources where the organization's statements stand
  public AboutReport(String organization, AboutReading reading, SourceMap sources) {
    this.organization = organization;
    this.reading = reading;
    this.path = new AccessPathReport(organization, reading.path(), sources);
  }

  /// One line of JSON.
  public String json() {
    return Json.line(
        json -> {
          json.writeStringField("organization", organization);
          json.writeStringField("verdict", reading.verdict().word());
          json.writeStringField("entry", reading.door().name());
          Json.text(json, "first", reading.first().map(Server::name));
          json.writeStringField("second", reading.second().name());
          json.writeStringField("mailbox", reading.mailboxServer().name());
          if (reading.isProxied().isPresent()) {
            json.writeBooleanField("proxied", reading.isProxied().get());
          }
          json.writeStringField("message", reading.reading());
          Json.object(json, "prediction", path::fields);
        });
  }

  /// Text for people: what the page says, then what the simulator says.
  public String text(Style style) {
    StringBuilder text = new StringBuilder();
    Prose.paragraph(text, "", reading.reading());
    text.append(verdict(style)).append("\n\n").append(path.text(style));
    return text.toString();
  }

  private String verdict(Style style) {
    return switch (reading.verdict()) {
      case CONFIRMED -> style.good("confirmed") + ", the simulator says the same";
      case CONTRADICTED -> style.bad("contradicted") + ", the simulator says something else:";
      case UNEXPLAINED, SET_ASIDE ->
          style.doubtful(Verdict.UNEXPLAINED.word()) + ", the topology does not say enough:";
    };
  }
}
