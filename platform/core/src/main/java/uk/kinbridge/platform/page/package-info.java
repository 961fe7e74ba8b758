/** Lists in pages: plain values for ports and use cases. */
@NullMarked
package uk.kinbridge.platform.page;

import org.jspecify.annotations.NullMarked;
