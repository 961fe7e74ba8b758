@NullMarked
package uk.kinbridge.platform.web.idempotency;

import org.jspecify.annotations.NullMarked;
