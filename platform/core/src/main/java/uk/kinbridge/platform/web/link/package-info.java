/** What the caller may do next, in the body. */
@NullMarked
package uk.kinbridge.platform.web.link;

import org.jspecify.annotations.NullMarked;
