package io.casguard.notification.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every URL here would reach a place inside, or might, were it connected to; a server on this
/// machine counts those who come.
class AddressGuardTest {
  private static final AtomicInteger CONNECTIONS = new AtomicInteger();
  private static final WebhookMessage MESSAGE =
      WebhookMessage.signed(
          "msg_1", Instant.EPOCH, "{}", new Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));

  private static Vertx vertx;
  private static ServerSocket server;

  @BeforeAll
  static void listen() throws IOException {
    vertx = Vertx.vertx();
    server = new ServerSocket(0);
    Thread.ofVirtual().start(AddressGuardTest::count);
  }

  @AfterAll
  static void close() throws IOException {
    server.close();
    vertx.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // this machine
        "https://127.0.0.1:PORT/",
        "https://127.0.0.2:PORT/",
        "https://127.255.255.254:PORT/",
        "https://localhost:PORT/",
        "https://LOCALHOST:PORT/",
        "https://[::1]:PORT/",
        "https://[0:0:0:0:0:0:0:1]:PORT/",
        "https://0.0.0.0:PORT/",
        "https://[::]:PORT/",
        "https://0.1.2.3:PORT/",
        // private, link-local, metadata, shared by carriers
        "https://10.0.0.1:PORT/",
        "https://10.255.255.255/",
        "https://172.16.0.1/",
        "https://172.31.255.255/",
        "https://192.168.0.1/",
        "https://192.168.255.255/",
        "https://169.254.0.1/",
        "https://169.254.169.254/latest/meta-data/",
        "https://168.63.129.16/",
        "https://100.64.0.1/",
        "https://100.127.255.255/",
        "https://[fe80::1]:PORT/",
        "https://[fd00:ec2::254]/",
        "https://[fc00::1]/",
        "https://[fec0::1]/",
        // reserved, for tests and for many
        "https://192.0.0.8/",
        "https://192.0.2.1/",
        "https://198.18.0.1/",
        "https://198.51.100.1/",
        "https://203.0.113.1/",
        "https://192.88.99.1/",
        "https://224.0.0.1/",
        "https://240.0.0.1/",
        "https://255.255.255.255/",
        "https://[ff02::1]/",
        "https://[2001:db8::1]/",
        "https://[3fff::1]/",
        "https://[100::1]/",
        // an address of version 4 inside one of version 6
        "https://[::ffff:127.0.0.1]:PORT/",
        "https://[::ffff:7f00:1]:PORT/",
        "https://[::ffff:0:7f00:1]:PORT/",
        "https://[::7f00:1]:PORT/",
        "https://[64:ff9b::7f00:1]:PORT/",
        "https://[64:ff9b::127.0.0.1]:PORT/",
        "https://[64:ff9b:1::a00:1]/",
        "https://[2002:7f00:1::]/",
        "https://[2001:0:7f00:1::1]/",
        // odd spellings of this machine
        "https://2130706433:PORT/",
        "https://0x7f000001:PORT/",
        "https://017700000001:PORT/",
        "https://127.1:PORT/",
        "https://127.0.1:PORT/",
        "https://0177.0.0.1:PORT/",
        "https://0x7f.0.0.1:PORT/",
        "https://127.0.0.01:PORT/",
        "https://127.0.0.1.:PORT/",
        "https://localhost.:PORT/",
        "https://%6c%6f%63alhost:PORT/",
        "https://127%2e0.0.1:PORT/",
        "https://①②⑦.⓪.⓪.①:PORT/",
        "https://127。0。0。1:PORT/",
        "https://[::1%25lo]:PORT/",
        "https://[127.0.0.1]:PORT/",
        "https://0:PORT/",
        // somebody before the host, something behind it
        "https://hooks.example.com@127.0.0.1:PORT/",
        "https://user:word@hooks.example.com/",
        "https://hooks.example.com:443@127.0.0.1:PORT/",
        "https://hooks.example.com\\@127.0.0.1:PORT/",
        "https://127.0.0.1:PORT\\.example.com/",
        "https://hooks.example.com#@127.0.0.1:PORT/",
        "https://127.0.0.1:PORT /",
        " https://127.0.0.1:PORT/",
        "https://hooks.example.com\t/",
        "https://hooks.example.com\r\nHost: localhost/",
        "https:///127.0.0.1:PORT/",
        "https:127.0.0.1:PORT/",
        "//127.0.0.1:PORT/",
        "https://hooks.example.com:0/",
        "https://hooks.example.com:65536/",
        "https://hooks.example.com:/",
        // other ways of speaking
        "http://hooks.example.com/",
        "http://127.0.0.1:PORT/",
        "ftp://127.0.0.1:PORT/",
        "file:///etc/passwd",
        "gopher://127.0.0.1:PORT/",
        "javascript:alert(1)",
        "",
        // names that answer with a place inside, among others, or not at all
        "https://inside.example.com:PORT/",
        "https://both.example.com:PORT/",
        "https://mapped.example.com:PORT/",
        "https://nowhere.example.com:PORT/",
        "https://none.example.com:PORT/",
        // what the allow-list names, and nothing beside it
        "https://allowed.example.com:1/",
        "http://elsewhere.example.com:PORT/"
      })
  void nothingInsideIsConnectedTo(String url) throws IOException {
    // Given
    var client =
        client(
            Duration.ofSeconds(5),
            new AllowedPlace(
                "elsewhere.example.com", server.getLocalPort(), Network.of("10.0.0.0/8")));

    // When
    var answer = client.post(url.replace("PORT", Integer.toString(server.getLocalPort())), MESSAGE);

    // Then
    assertThat(answer).isInstanceOf(Answer.NotSent.class);
    assertThat(CONNECTIONS).hasValue(0);
    client.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://hooks.example.com/casguard?a=b",
        "https://HOOKS.example.com:8443",
        "https://8.8.8.8/",
        "https://[2606:4700::1111]/",
        "https://hooks.example.com?x"
      })
  void aPublicPlaceMayBeConnectedTo(String url) {
    // Given
    var guard = new AddressGuard(new AllowList(List.of()), AddressGuardTest::addresses);

    // When // Then
    assertThat(guard.check(url)).isInstanceOf(Destination.Allowed.class);
  }

  @Test
  void aPlaceInsideIsReachedWhereTheAllowListNamesIt() {
    // Given
    var guard =
        new AddressGuard(
            new AllowList(
                List.of(new AllowedPlace("inside.example.com", 8080, Network.of("127.0.0.0/8")))),
            AddressGuardTest::addresses);

    // When
    var destination = guard.check("http://inside.example.com:8080/hooks");

    // Then
    assertThat(destination)
        .isInstanceOfSatisfying(
            Destination.Allowed.class,
            allowed -> assertThat(allowed.address().isLoopbackAddress()).isTrue());
  }

  private static WebhookClient client(Duration whole, AllowedPlace... allowed) {
    return new WebhookClient(
        vertx,
        new AddressGuard(new AllowList(List.of(allowed)), AddressGuardTest::addresses),
        Clock.systemUTC(),
        whole);
  }

  private static InetAddress[] addresses(String name) throws UnknownHostException {
    return switch (name) {
      case "hooks.example.com" -> of("93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c");
      case "inside.example.com", "elsewhere.example.com", "allowed.example.com" -> of("127.0.0.1");
      case "both.example.com" -> of("93.184.215.14", "127.0.0.1");
      case "mapped.example.com" -> of("::ffff:127.0.0.1");
      case "none.example.com" -> new InetAddress[0];
      case "nowhere.example.com" -> throw new UnknownHostException(name);
      default -> InetAddress.getAllByName(name);
    };
  }

  private static InetAddress[] of(String... literals) {
    return List.of(literals).stream().map(InetAddress::ofLiteral).toArray(InetAddress[]::new);
  }

  private static void count() {
    try {
      while (true) {
        server.accept().close();
        CONNECTIONS.incrementAndGet();
      }
    } catch (SocketException closed) {
      // the tests are over
    } catch (IOException e) {
      CONNECTIONS.incrementAndGet();
    }
  }
}
