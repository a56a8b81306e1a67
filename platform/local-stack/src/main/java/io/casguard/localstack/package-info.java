/// Kafka, PostgreSQL and services as processes of this machine, on loopback, gone when their
/// launcher is gone.
@NullMarked
package io.casguard.localstack;

import org.jspecify.annotations.NullMarked;
