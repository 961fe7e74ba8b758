/** Open disagreements in MongoDB. */
@NullMarked
package uk.kinbridge.referral.disagreement.mongo;

import org.jspecify.annotations.NullMarked;
