/** The last good copies of protocols and bank holidays, and the records whose clocks follow them. */
@NullMarked
package uk.kinbridge.protocols.published.mongo;

import org.jspecify.annotations.NullMarked;
