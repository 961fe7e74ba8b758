/** Whom to call now, by area, need, day, hour and holiday. */
@NullMarked
package uk.kinbridge.protocols.contact;

import org.jspecify.annotations.NullMarked;
