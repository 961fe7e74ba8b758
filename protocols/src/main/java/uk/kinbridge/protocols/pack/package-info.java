/**
 * A local protocol as data: who sends what to whom, what must go with it, by when, who is told, under which clause.
 *
 * <p>A pack is a YAML file bound strictly onto these records. Times follow the convention of
 * {@link uk.kinbridge.protocols.time}. A published version is immutable; a case pins a {@link PackReference}.
 */
@NullMarked
package uk.kinbridge.protocols.pack;

import org.jspecify.annotations.NullMarked;
