/// Who may reach a service: everybody on this machine in local mode, and otherwise only who has logged in.
@NullMarked
package io.casguard.servicekit.access;

import org.jspecify.annotations.NullMarked;
