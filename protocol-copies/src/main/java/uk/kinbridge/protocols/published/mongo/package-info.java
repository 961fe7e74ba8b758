/** The last good copy of every protocol version. */
@NullMarked
package uk.kinbridge.protocols.published.mongo;

import org.jspecify.annotations.NullMarked;
