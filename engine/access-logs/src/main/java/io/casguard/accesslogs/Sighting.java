package io.casguard.accesslogs;

import io.casguard.topology.Protocol;

/// Requests that nothing in the log tells apart, counted.
///
/// @param server the number of the server in whose log they are; [Tally#NOBODY] where that is
///   unknown
/// @param client the number of the server that asked; else [Tally#FROM_INTERNET] or
///   [Tally#FROM_INTRANET]
/// @param named the number of the server that the request names: the mailbox server of Outlook
///   Anywhere, `PrxTo` of ActiveSync
/// @param version the version of a device times ten, 0 where none is told
/// @param loggedOn whether somebody was logged on
/// @param hour the hour since 1970, of requests between servers; else 0
record Sighting(
    int server,
    int client,
    int named,
    Protocol protocol,
    Act act,
    int status,
    int substatus,
    int version,
    boolean loggedOn,
    long hour,
    long count,
    long first,
    long last) {}
