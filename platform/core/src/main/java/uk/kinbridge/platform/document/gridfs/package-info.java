/** Uploaded documents in GridFS. */
@NullMarked
package uk.kinbridge.platform.document.gridfs;

import org.jspecify.annotations.NullMarked;
