package uk.kinbridge.platform.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * Runs where a database was given that shows how it finds things. The embedded one does not, neither in this process nor
 * in one of its own, as {@code ./kinbridge test} starts it where no server is given.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@EnabledIfEnvironmentVariable(
        named = "MONGODB_URI",
        matches = ".+",
        disabledReason = "the embedded server ignores non-unique indexes; only a given server can show their use")
@DisabledIfEnvironmentVariable(
        named = "KINBRIDGE_MONGODB_KIND",
        matches = "embedded",
        disabledReason = "the embedded server ignores non-unique indexes; only a given server can show their use")
public @interface OnADatabaseWithIndexes {}
