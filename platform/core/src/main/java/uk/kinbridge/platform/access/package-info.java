/** Who looked at which record: kept for every record that agencies share, open to those who share it. */
@NullMarked
package uk.kinbridge.platform.access;

import org.jspecify.annotations.NullMarked;
