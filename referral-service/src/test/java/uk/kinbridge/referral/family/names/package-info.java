@NullMarked
package uk.kinbridge.referral.family.names;

import org.jspecify.annotations.NullMarked;
