package io.casguard.accesspaths;

import io.casguard.accesspaths.UmFacts.AcrossSites;
import io.casguard.accesspaths.UmFacts.WhereMailbox;
import io.casguard.topology.Organization;
import io.casguard.topology.Server;

/// The Unified Messaging web service: specification 2.8.
///
/// Which Unified Messaging server is found is not simulated.
final class UmProcedure implements AtServer {
  private final boolean answersPhones;
  private final AcrossSites acrossSites;

  UmProcedure(Organization organization, Assumptions assumptions) {
    this.answersPhones = Service.answersPhones(organization);
    this.acrossSites =
        assumptions.take(Answer.UM_ACROSS_SITES_FAILS)
            ? new AcrossSites.Refused()
            : new AcrossSites.Served();
  }

  @Override
  public Decision withoutMailbox() {
    return Decision.by(Clause.S_5, UmTable.NO_MAILBOX);
  }

  @Override
  public Ending answer(Server first, Server mailbox, Request request, Walk walk) {
    WhereMailbox where =
        switch (Whereabouts.of(mailbox, first, walk.supposition())) {
          case Whereabouts.Nowhere() -> {
            restsOn(Wordings.noMailboxes(mailbox), walk);
            yield new WhereMailbox.Nowhere();
          }
          case Whereabouts.OnLegacy() -> {
            restsOn(Wordings.runs(mailbox), walk);
            yield new WhereMailbox.OnLegacy();
          }
          case Whereabouts.On2010(), Whereabouts.OnLater() -> {
            restsOn(Wordings.runs(mailbox), walk);
            yield new WhereMailbox.OnNewer();
          }
          case Whereabouts.Here() -> {
            placed(Wordings.together(first, mailbox), first, mailbox, walk);
            yield new WhereMailbox.Here(first.name());
          }
          case Whereabouts.Elsewhere _ -> {
            placed(Wordings.apart(first, mailbox), first, mailbox, walk);
            yield new WhereMailbox.Elsewhere(first.name());
          }
        };
    Ending ending = walk.trail().end(UmTable.decide(new UmFacts(where, acrossSites)));
    return ending.outcome() instanceof Outcome.Local && !answersPhones
        ? ending.remarking(
            "no server holds the Unified Messaging role, so there is none to be found (U-1)")
        : ending;
  }

  private static void restsOn(Evidence why, Walk walk) {
    walk.trail().restsOn(why.text(), why);
  }

  private static void placed(String text, Server first, Server mailbox, Walk walk) {
    walk.trail().restsOn(text, Wordings.place(mailbox), Wordings.place(first));
  }
}
