/** Notices on their way to a person outside the inbox: one delivery for each person and channel, handed over once. */
@NullMarked
package uk.kinbridge.notification.delivery;

import org.jspecify.annotations.NullMarked;
