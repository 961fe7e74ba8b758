/** Explores every state that a pathway can reach, with time as an input, and plays worked timelines. */
@NullMarked
package uk.kinbridge.protocols.model;

import org.jspecify.annotations.NullMarked;
