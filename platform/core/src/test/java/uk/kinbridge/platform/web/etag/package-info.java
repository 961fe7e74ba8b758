@NullMarked
package uk.kinbridge.platform.web.etag;

import org.jspecify.annotations.NullMarked;
