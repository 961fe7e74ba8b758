/**
 * Creations that can be sent again without creating twice, after
 * <a href="https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/">the IETF's draft</a>.
 */
@NullMarked
package uk.kinbridge.platform.web.idempotency;

import org.jspecify.annotations.NullMarked;
