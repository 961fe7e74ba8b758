@NullMarked
package uk.kinbridge.protocols.answering;

import org.jspecify.annotations.NullMarked;
