@NullMarked
package uk.kinbridge.referral.family.mongo;

import org.jspecify.annotations.NullMarked;
