/** What a person wants to be told by which channel, and when. */
@NullMarked
package uk.kinbridge.notification.preference;

import org.jspecify.annotations.NullMarked;
