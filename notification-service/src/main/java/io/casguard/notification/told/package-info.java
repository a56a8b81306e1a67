/// What people are told: a step for each transition of an incident, numbered in the order of their
/// commits.
@NullMarked
package io.casguard.notification.told;

import org.jspecify.annotations.NullMarked;
