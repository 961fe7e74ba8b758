/** Local protocols as data: working time, packs, the linter and the model check that prove them, traceability. */
@NullMarked
package uk.kinbridge.protocols;

import org.jspecify.annotations.NullMarked;
