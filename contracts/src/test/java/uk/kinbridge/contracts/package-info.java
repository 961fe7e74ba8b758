/** The contracts hold together: schemas, examples, topology and AsyncAPI say the same. */
@NullMarked
package uk.kinbridge.contracts;

import org.jspecify.annotations.NullMarked;
