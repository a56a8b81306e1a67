package io.casguard.testsupport;

import io.quarkus.test.common.QuarkusTestResource;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Gives the tested service a database of the server of this JVM, in the place of its configured
/// one.
@QuarkusTestResource(value = PostgresResource.class, restrictToAnnotatedClass = true)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface WithPostgres {
  /// The name of the database; it is made where there is none.
  String database();

  /// Whether an empty database is made for this class, whose name only starts with the one given.
  boolean fresh() default false;
}
