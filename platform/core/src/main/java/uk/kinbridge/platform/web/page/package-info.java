/** Page requests and bad cursors over HTTP. */
@NullMarked
package uk.kinbridge.platform.web.page;

import org.jspecify.annotations.NullMarked;
