/** The records that became one, in MongoDB. */
@NullMarked
package uk.kinbridge.assessment.family.mongo;

import org.jspecify.annotations.NullMarked;
