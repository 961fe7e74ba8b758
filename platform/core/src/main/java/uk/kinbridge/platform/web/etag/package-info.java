/** Versions on the wire: ETag and If-Match. */
@NullMarked
package uk.kinbridge.platform.web.etag;

import org.jspecify.annotations.NullMarked;
