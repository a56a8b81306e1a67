package io.casguard.notification.receiver;

import io.casguard.notification.webhook.AllowList;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Whom the operator's file names. A file that cannot be read ends the start, with all its errors.
@Startup
@Singleton
public class Receivers {
  private final ReceiversFile.Result.Read file;

  Receivers(ReceiverConfig config) {
    this.file =
        config.file().map(path -> read(path, config.inlineSecrets())).orElseGet(Receivers::nobody);
  }

  /// All of them, in the order of the file.
  public List<Receiver> all() {
    return file.receivers();
  }

  /// The one of this name, unless it has left the file.
  public Optional<Receiver> named(String name) {
    return all().stream().filter(receiver -> receiver.name().equals(name)).findFirst();
  }

  /// The places inside that receivers may be at.
  @Produces
  @Singleton
  AllowList allowed() {
    return new AllowList(file.allowed());
  }

  private static ReceiversFile.Result.Read nobody() {
    return new ReceiversFile.Result.Read(List.of(), List.of());
  }

  private static ReceiversFile.Result.Read read(Path path, boolean inlineSecrets) {
    try {
      return switch (ReceiversFile.read(
          path.toString(), Files.readString(path), inlineSecrets, System::getenv)) {
        case ReceiversFile.Result.Read read -> read;
        case ReceiversFile.Result.Unreadable(var errors) ->
            throw new IllegalStateException(String.join("\n", errors));
      };
    } catch (IOException e) {
      throw new IllegalStateException("casguard.receivers.file: cannot read " + path, e);
    }
  }
}
