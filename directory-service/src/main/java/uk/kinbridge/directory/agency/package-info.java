/** Agencies and what is known of them. */
@NullMarked
package uk.kinbridge.directory.agency;

import org.jspecify.annotations.NullMarked;
