package io.casguard.accesslogs;

import io.casguard.topology.Protocol;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Which service a path belongs to, whatever its case.
final class Stem {
  /// What a path asks for.
  record Asked(Protocol protocol, Act act) {}

  private static final Asked OWA = new Asked(Protocol.OWA, Act.SERVICE);
  private static final Asked OWA_LEGACY = new Asked(Protocol.OWA, Act.LEGACY_PATH);
  private static final Asked OWA_PROXY = new Asked(Protocol.OWA, Act.PROXY_LOGON);
  private static final Asked OWA_REDIRECT = new Asked(Protocol.OWA, Act.REDIRECT_PAGE);
  private static final Asked OWA_FORM = new Asked(Protocol.OWA, Act.LOGON_FORM);
  private static final Asked OWA_RESOURCE = new Asked(Protocol.OWA, Act.RESOURCE);
  private static final Asked SYNC = new Asked(Protocol.ACTIVE_SYNC, Act.SERVICE);
  private static final Asked SYNC_PROXY = new Asked(Protocol.ACTIVE_SYNC, Act.PROXY_DIRECTORY);
  private static final Asked EWS = new Asked(Protocol.EWS, Act.SERVICE);
  private static final Asked AUTODISCOVER = new Asked(Protocol.AUTODISCOVER, Act.SERVICE);
  private static final Asked OAB = new Asked(Protocol.OAB, Act.SERVICE);
  private static final Asked UM = new Asked(Protocol.UM, Act.SERVICE);
  private static final Asked RPC = new Asked(Protocol.OUTLOOK_ANYWHERE, Act.SERVICE);

  private static final byte[] PROXY_LOGON = ascii("proxylogon.owa");
  private static final byte[] REDIRECT = ascii("casredirect.aspx");
  private static final byte[] FORM = ascii("auth");
  private static final byte[] SYNC_PATH = ascii("/microsoft-server-activesync");
  private static final byte[] SYNC_PROXY_PATH = ascii("/microsoft-server-activesync/proxy");

  private Stem() {}

  /// The OPTIONS of a device, which the server reached answers itself.
  static final Asked SYNC_OPTIONS = new Asked(Protocol.ACTIVE_SYNC, Act.RESOURCE);

  /// What a path asks for; null where it is no service of client access.
  static @Nullable Asked asked(byte[] bytes, int from, int to) {
    int length = to - from;
    if (length < 4 || bytes[from] != '/') {
      return null;
    }
    return switch (bytes[from + 1] | 0x20) {
      case 'o' ->
          isPath(bytes, from, to, "/owa")
              ? owa(bytes, from, to)
              : isPath(bytes, from, to, "/oab") ? OAB : null;
      case 'm' ->
          !startsWith(bytes, from, to, SYNC_PATH)
              ? null
              : startsWith(bytes, from, to, SYNC_PROXY_PATH) ? SYNC_PROXY : SYNC;
      case 'e' ->
          isPath(bytes, from, to, "/ews")
              ? EWS
              : isPath(bytes, from, to, "/exchange") || isPath(bytes, from, to, "/exchweb")
                  ? OWA_LEGACY
                  : null;
      case 'p' -> isPath(bytes, from, to, "/public") ? OWA_LEGACY : null;
      case 'a' -> isPath(bytes, from, to, "/autodiscover") ? AUTODISCOVER : null;
      case 'u' -> isPath(bytes, from, to, "/unifiedmessaging") ? UM : null;
      case 'r' ->
          isPath(bytes, from, to, "/rpc") || isPath(bytes, from, to, "/rpcwithcert") ? RPC : null;
      default -> null;
    };
  }

  private static Asked owa(byte[] bytes, int from, int to) {
    int at = from + 5;
    if (at >= to) {
      return OWA;
    }
    int next = bytes[at] | 0x20;
    if (next >= '0' && next <= '9') {
      return OWA_RESOURCE;
    }
    if (next == 'p' && startsWith(bytes, at, to, PROXY_LOGON)) {
      return OWA_PROXY;
    }
    if (next == 'c' && startsWith(bytes, at, to, REDIRECT)) {
      return OWA_REDIRECT;
    }
    return next == 'a' && startsWith(bytes, at, to, FORM) ? OWA_FORM : OWA;
  }

  private static boolean isPath(byte[] bytes, int from, int to, String path) {
    int length = path.length();
    if (to - from < length || (to - from > length && bytes[from + length] != '/')) {
      return false;
    }
    for (int at = 1; at < length; at++) {
      if ((bytes[from + at] | 0x20) != path.charAt(at)) {
        return false;
      }
    }
    return true;
  }

  private static boolean startsWith(byte[] bytes, int from, int to, byte[] beginning) {
    if (to - from < beginning.length) {
      return false;
    }
    for (int at = 0; at < beginning.length; at++) {
      if ((bytes[from + at] | 0x20) != beginning[at]) {
        return false;
      }
    }
    return true;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
