/// What every service does alike; each package is one matter, and says how it is used.
///
/// - [io.casguard.servicekit.outbox]: `outbox.append(event)` in the transaction of the change. A
///   service that announces nothing sets `casguard.outbox.relay=false`.
/// - [io.casguard.servicekit.inbox]: `inbox.receive(letter, this::handle)` in an `@Incoming`
///   method; `progress.step(organization, revision)` before, `progress.advance(organization, from,
///   to)` in the transaction of the effect; `seen.isNew(event.id())` where a revision brings many
///   events.
/// - [io.casguard.servicekit.problem]: `new UnknownRevision(7).asException()`, a record of the
///   service's own sealed interface that extends `Refusal`.
/// - [io.casguard.servicekit.outage]: `new OutageException("inventory is away", cause)` makes a
///   consumer wait and a request answer 503; most outages are recognized without it.
/// - [io.casguard.servicekit.work]: `workbench.compute(work)` for what costs CPU time.
/// - [io.casguard.servicekit.trace] and [io.casguard.servicekit.wire] work unseen.
/// - [io.casguard.servicekit.access]: `casguard.local=true` binds a service to its launcher.
/// - [io.casguard.servicekit.logging]: the keys of log lines.
///
/// Settings that all services share are in `META-INF/microprofile-config.properties`. A service
/// sets its name, its ports, `casguard.database` (`host:port/name`), `kafka.bootstrap.servers`, and
/// for each channel it receives `mp.messaging.incoming.<channel>.connector=smallrye-kafka` and
/// `.topic=${casguard.topics.<channel>}`. Its migrations are in `db/migration` and start at 1; it
/// has an entity, since Hibernate starts for nothing less.
@NullMarked
package io.casguard.servicekit;

import org.jspecify.annotations.NullMarked;
