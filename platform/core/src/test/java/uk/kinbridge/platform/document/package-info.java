@NullMarked
package uk.kinbridge.referral.document;

import org.jspecify.annotations.NullMarked;
