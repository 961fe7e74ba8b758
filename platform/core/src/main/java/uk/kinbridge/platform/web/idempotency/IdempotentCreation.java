package uk.kinbridge.platform.web.idempotency;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a {@code POST} that creates something: the request needs an {@code Idempotency-Key}, and the same request sent again
 * gets the first one's answer (status, {@code Location}, {@code ETag}, body) without running again. Bodies in parts are
 * compared part by part, files included. Answers that depend on more than the request (401, 403, 408, 412, 425, 428, 429, 5xx) are
 * not kept: the request runs again.
 *
 * <p>A process can die after it has saved and before the answer is kept. The method therefore takes an
 * {@link IdempotencyKey} and gives what it creates the id {@link IdempotencyKey#derivedId()}, which is the same in the
 * repetition, and answers with what is there when that id exists already.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface IdempotentCreation {}
