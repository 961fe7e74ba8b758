/** Strict reading of YAML onto records: an unknown key or word is an error with its file, line and a plain sentence. */
@NullMarked
package uk.kinbridge.protocols.reading;

import org.jspecify.annotations.NullMarked;
