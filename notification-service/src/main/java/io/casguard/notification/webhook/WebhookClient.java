package io.casguard.notification.webhook;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/// The one way out: it posts a message to the address that the guard has checked, and to no other.
///
/// `Host` and the name in the certificate stay those of the URL. It follows no redirection and uses
/// each connection once, since a kept one may be dead, or lead to an address that is not allowed
/// any more.
@Singleton
public class WebhookClient {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration WHOLE = Duration.ofSeconds(15);
  private static final int LARGEST_ANSWER = 16 * 1024;
  private static final int MOST_CONNECTIONS = 1_000;

  private final HttpClient client;
  private final AddressGuard guard;
  private final Clock clock;
  private final Duration whole;

  @Inject
  WebhookClient(Vertx vertx, AllowList allowed) {
    this(vertx, new AddressGuard(allowed, InetAddress::getAllByName), Clock.systemUTC(), WHOLE);
  }

  WebhookClient(Vertx vertx, AddressGuard guard, Clock clock, Duration whole) {
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout((int) CONNECT.toMillis())
                .setKeepAlive(false)
                .setMaxPoolSize(MOST_CONNECTIONS));
    this.guard = guard;
    this.clock = clock;
    this.whole = whole;
  }

  /// Posts a message and waits for what comes of it, which is never an exception. Not for an event
  /// loop: it looks up names.
  public Answer post(String url, WebhookMessage message) {
    return switch (guard.check(url)) {
      case Destination.Refused(var why) -> new Answer.NotSent(why);
      case Destination.Allowed(var plain, var address) -> post(plain, address, message);
    };
  }

  private Answer post(WebhookUrl url, InetAddress address, WebhookMessage message) {
    var place = address.getHostAddress() + ":" + url.port();
    var known =
        new AtomicReference<Answer>(
            new Answer.NoAnswer(place, "no answer within " + whole.toSeconds() + " s"));
    var answer = new CompletableFuture<Answer>();
    client
        .request(request(url, address, message))
        .onFailure(failure -> answer.complete(unanswered(place, failure)))
        .onSuccess(
            request -> {
              var _ = answer.whenComplete((_, _) -> request.reset());
              request
                  .send(message.body())
                  .onFailure(failure -> answer.complete(unanswered(place, failure)))
                  .onSuccess(
                      response -> {
                        var status = status(place, response);
                        known.set(status);
                        read(request, response, () -> answer.complete(status));
                      });
            });
    return await(answer, known);
  }

  private static RequestOptions request(
      WebhookUrl url, InetAddress address, WebhookMessage message) {
    var options =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setServer(SocketAddress.inetSocketAddress(url.port(), address.getHostAddress()))
            .setHost(url.host().contains(":") ? "[" + url.host() + "]" : url.host())
            .setPort(url.port())
            .setSsl(url.tls())
            .setURI(url.target())
            .setFollowRedirects(false);
    message.headers().forEach(options::putHeader);
    return options;
  }

  /// When the time is over, what is known by then is the answer.
  private Answer await(CompletableFuture<Answer> answer, AtomicReference<Answer> known) {
    try {
      return answer.get(whole.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      answer.complete(known.get());
      return answer.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      answer.complete(known.get());
      return answer.join();
    } catch (ExecutionException e) {
      throw new IllegalStateException("an answer is never an exception", e);
    }
  }

  private Answer status(String place, HttpClientResponse response) {
    return new Answer.Status(
        place,
        response.statusCode(),
        RetryAfter.read(response.getHeader("retry-after"), clock.instant()));
  }

  /// The status decides; of the body so much is read that an ordinary receiver may finish its
  /// sentence.
  private static void read(
      HttpClientRequest request, HttpClientResponse response, Runnable atTheEnd) {
    var length = new AtomicLong();
    response.handler(
        part -> {
          if (length.addAndGet(part.length()) > LARGEST_ANSWER) {
            request.reset();
            atTheEnd.run();
          }
        });
    response.exceptionHandler(_ -> atTheEnd.run());
    response.endHandler(_ -> atTheEnd.run());
  }

  private static Answer unanswered(String place, Throwable failure) {
    var said = failure.getMessage();
    return new Answer.NoAnswer(
        place, "no answer: " + (said == null ? failure.getClass().getSimpleName() : said));
  }

  @PreDestroy
  void close() {
    client.close();
  }
}
