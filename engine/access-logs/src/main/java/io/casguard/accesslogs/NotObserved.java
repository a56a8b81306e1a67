package io.casguard.accesslogs;

import io.casguard.topology.Network;
import io.casguard.topology.Protocol;

/// What the simulator foretells and no log shows: that is no mistake, only not seen.
///
/// @param from the network they come from; the people of two networks may be the same, and are
///   never added up
/// @param door the door of these people
/// @param outcome the simulator's word
/// @param server the server that the outcome names; empty where it names none
/// @param classes how many user classes this is
/// @param users how many people are counted
/// @param unread true where the log of the server that would show it was not given
public record NotObserved(
    Protocol protocol,
    Network from,
    String door,
    String outcome,
    String server,
    int classes,
    int users,
    boolean unread) {}
