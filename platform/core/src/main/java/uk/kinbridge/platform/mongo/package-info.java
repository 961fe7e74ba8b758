/** One aggregate, one document, one write: the save, the outbox and inbox inside the document, the sweeper. */
@NullMarked
package uk.kinbridge.platform.mongo;

import org.jspecify.annotations.NullMarked;
