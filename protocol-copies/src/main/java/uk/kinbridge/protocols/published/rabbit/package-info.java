/** Events of the directory. */
@NullMarked
package uk.kinbridge.protocols.published.rabbit;

import org.jspecify.annotations.NullMarked;
