@NullMarked
package uk.kinbridge.referral.disagreement.mongo;

import org.jspecify.annotations.NullMarked;
