/** The family record: adults, children, unborn children. */
@NullMarked
package uk.kinbridge.referral.family;

import org.jspecify.annotations.NullMarked;
