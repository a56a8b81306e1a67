/// How an event looks on Kafka: CloudEvents 1.0 in binary mode, a JSON record as body.
@NullMarked
package io.casguard.servicekit.wire;

import org.jspecify.annotations.NullMarked;
