/** Preferences in the database. */
@NullMarked
package uk.kinbridge.notification.preference.mongo;

import org.jspecify.annotations.NullMarked;
