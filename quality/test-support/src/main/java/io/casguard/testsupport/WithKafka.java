package io.casguard.testsupport;

import io.quarkus.test.common.QuarkusTestResource;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Gives the tested service the broker of this JVM, in the place of its configured one.
@QuarkusTestResource(value = KafkaResource.class, restrictToAnnotatedClass = true)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface WithKafka {
  /// The topics that the test needs; they are made where there are none.
  String[] topics() default {};

  /// Into how many partitions each of them is cut.
  int partitions() default 3;
}
