package io.casguard.accesspaths;

import io.casguard.topology.Url;

/// A server that a request can be sent to, and the address for it.
record Target(String server, Url url) {}
