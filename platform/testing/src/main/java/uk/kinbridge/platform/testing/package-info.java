/** What the tests of every service stand on: callers, time, servers, house rules, the access matrix. */
@NullMarked
package uk.kinbridge.platform.testing;

import org.jspecify.annotations.NullMarked;
