package io.casguard.topologies.oracle;

import io.casguard.topology.Entity;
import io.casguard.topology.Key;
import io.casguard.topology.Known;
import io.casguard.topology.Part;
import io.casguard.topology.Protocol;
import io.casguard.topology.Server;
import io.casguard.topology.Vocabulary;

/// Specification 2.9.
final class MailReading {
  private final Arrival arrival;

  MailReading(Arrival arrival) {
    this.arrival = arrival;
  }

  Verdict decide(Protocol protocol, Server cas1, Server mailbox) {
    boolean pop = protocol == Protocol.POP3;
    // Step 0, P-1
    Part service = Part.of(cas1, pop ? Vocabulary.POP3 : Vocabulary.IMAP4);
    if (!Said.on(service, Vocabulary.MAIL_SERVICE_ENABLED)) {
      return Verdict.fails("service_off");
    }
    // P-4
    if (Arrival.isLegacy(mailbox)) {
      Key<Entity> there = pop ? Vocabulary.LEGACY_POP3 : Vocabulary.LEGACY_IMAP4;
      Part backEnd = Part.of(mailbox, Vocabulary.LEGACY_KEY, there);
      if (!Said.on(backEnd, Vocabulary.MAIL_SERVICE_ENABLED)) {
        return Verdict.fails("P-4");
      }
      return Verdict.served("LEGACY_PROXY", mailbox.name());
    }
    if (!Arrival.is2007(mailbox)) {
      return Verdict.open("a 2010 mailbox through POP3 or IMAP4 of 2007");
    }
    // P-2
    if (Arrival.sameSite(cas1, mailbox)) {
      return Verdict.served("LOCAL", cas1.name());
    }
    // P-3, Q5
    Part settings = Part.of(cas1, Vocabulary.SETTINGS_KEY);
    boolean unsaid = settings.get(Vocabulary.ALLOW_CROSS_SITE_SESSIONS) instanceof Known.Unsaid<?>;
    if (Arrival.version(cas1).servicePack() == 0 && unsaid) {
      return Verdict.blocked("Q5");
    }
    if (!Said.setting(cas1, Vocabulary.ALLOW_CROSS_SITE_SESSIONS, pop ? "pop3" : "imap4")) {
      return Verdict.blocked("event 1008");
    }
    if (!arrival.reach.rpc(cas1.site().orElseThrow(), mailbox.site().orElseThrow())) {
      return Verdict.fails("R-1 ports");
    }
    return Verdict.served("DIRECT_RPC", mailbox.name());
  }
}
