package uk.kinbridge.referral.referral.web;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The name of something that a pathway asks for: small letters, digits and hyphens, as the packs write them. */
@Documented
@Constraint(validatedBy = {})
@Pattern(regexp = "[a-z0-9][a-z0-9-]{0,79}")
@Target(ElementType.TYPE_USE)
@Retention(RetentionPolicy.RUNTIME)
@interface ItemName {

    String message() default "Name an item as the pathway does: small letters, digits and hyphens.";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
