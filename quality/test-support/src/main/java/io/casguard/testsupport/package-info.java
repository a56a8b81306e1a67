/// Real PostgreSQL and Kafka for tests, one of each for a JVM, and texts that are compared with
/// files.
@NullMarked
package io.casguard.testsupport;

import org.jspecify.annotations.NullMarked;
