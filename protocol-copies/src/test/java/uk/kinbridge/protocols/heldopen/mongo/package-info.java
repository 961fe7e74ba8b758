@NullMarked
package uk.kinbridge.protocols.heldopen.mongo;

import org.jspecify.annotations.NullMarked;
