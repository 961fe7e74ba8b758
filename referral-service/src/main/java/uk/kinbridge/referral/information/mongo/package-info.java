/** Consent records and sharing decisions in MongoDB. */
@NullMarked
package uk.kinbridge.referral.information.mongo;

import org.jspecify.annotations.NullMarked;
