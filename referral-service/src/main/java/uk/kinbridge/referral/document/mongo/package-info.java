/** Uploaded documents in GridFS. */
@NullMarked
package uk.kinbridge.referral.document.mongo;

import org.jspecify.annotations.NullMarked;
