@NullMarked
package uk.kinbridge.referral.contact;

import org.jspecify.annotations.NullMarked;
