/** The suite as its users reach it: the gateway, and people who sign in. */
@NullMarked
package uk.kinbridge.acceptance.suite;

import org.jspecify.annotations.NullMarked;
