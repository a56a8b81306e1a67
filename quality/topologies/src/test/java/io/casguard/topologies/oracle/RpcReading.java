package io.casguard.topologies.oracle;

import io.casguard.accesspaths.Request;
import io.casguard.topology.Part;
import io.casguard.topology.Server;
import io.casguard.topology.Vocabulary;

/// Specification 2.7 and 2.10.
final class RpcReading {
  private final Arrival arrival;

  RpcReading(Arrival arrival) {
    this.arrival = arrival;
  }

  Verdict outlookAnywhere(Server cas1, Server mailbox) {
    // Step 0, R-2
    if (!Said.on(
        Part.of(cas1, Vocabulary.OUTLOOK_ANYWHERE_KEY), Vocabulary.OUTLOOK_ANYWHERE_ENABLED)) {
      return Verdict.fails("service_off");
    }
    //
    if (Arrival.isLegacy(mailbox)) {
      Part rpc = Part.of(mailbox, Vocabulary.LEGACY_KEY, Vocabulary.LEGACY_RPC_OVER_HTTP);
      if (!Said.on(rpc, Vocabulary.RPC_OVER_HTTP_ENABLED)) {
        return Verdict.fails("R-6");
      }
      return Verdict.served("DIRECT_RPC", mailbox.name());
    }
    if (!Arrival.is2007(mailbox)) {
      return Verdict.open("a 2010 mailbox by RPC");
    }
    //
    if (!arrival.reach.rpc(cas1.site().orElseThrow(), mailbox.site().orElseThrow())) {
      return Verdict.fails("R-1 ports");
    }
    return Verdict.served("DIRECT_RPC", mailbox.name());
  }

  Verdict mapi(Request request, Server mailbox) {
    if (!Arrival.isInside(request)) {
      return Verdict.open("MAPI from the Internet");
    }
    if (!Arrival.isLegacy(mailbox) && !Arrival.is2007(mailbox)) {
      return Verdict.open("a 2010 mailbox by RPC");
    }
    if (request.clientSite().isPresent()
        && mailbox.site().isPresent()
        && !arrival.reach.rpc(request.clientSite().get(), mailbox.site().get())) {
      return Verdict.fails("R-1 ports");
    }
    return Verdict.served("DIRECT_RPC", mailbox.name());
  }
}
