package io.casguard.inventory;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The name of an organization: a DNS-1123 label, as the manifest has it.
@Pattern(regexp = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?")
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface OrganizationName {
  /// What a caller is told.
  String message() default
      "an organization's name is a DNS-1123 label: at most 63 of a-z, 0-9 and -, beginning and"
          + " ending with a letter or digit";

  /// Bean Validation asks for it.
  Class<?>[] groups() default {};

  /// Bean Validation asks for it.
  Class<? extends Payload>[] payload() default {};
}
