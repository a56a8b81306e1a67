/// Who may reach a service: everybody on this machine in local mode, and otherwise only who has
/// logged in.
///
/// In production a service does not start without an OpenID Connect server. It does not ask that
/// server yet: until it does, keep the services out of strangers' reach by the network.
@NullMarked
package io.casguard.servicekit.access;

import org.jspecify.annotations.NullMarked;
