/** Answers are held against a JSON Schema derived from their form: no checking of types by hand. */
@NullMarked
package uk.kinbridge.protocols.answering;

import org.jspecify.annotations.NullMarked;
