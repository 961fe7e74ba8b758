/** Tests of the embedded server, through the real driver. */
@NullMarked
package uk.kinbridge.platform.mongodb.embedded;

import org.jspecify.annotations.NullMarked;
