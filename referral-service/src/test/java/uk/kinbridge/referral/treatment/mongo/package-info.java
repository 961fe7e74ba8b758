@NullMarked
package uk.kinbridge.referral.treatment.mongo;

import org.jspecify.annotations.NullMarked;
