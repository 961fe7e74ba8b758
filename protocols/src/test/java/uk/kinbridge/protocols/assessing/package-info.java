@NullMarked
package uk.kinbridge.protocols.assessing;

import org.jspecify.annotations.NullMarked;
