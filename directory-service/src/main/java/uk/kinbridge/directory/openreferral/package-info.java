/** What is published, as Open Referral UK 3.0: a feed without a key, for other directories to read. */
@NullMarked
package uk.kinbridge.directory.openreferral;

import org.jspecify.annotations.NullMarked;
