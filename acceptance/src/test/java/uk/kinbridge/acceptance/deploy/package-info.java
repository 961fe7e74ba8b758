/** What is written down for other ways of running the suite. */
@NullMarked
package uk.kinbridge.acceptance.deploy;

import org.jspecify.annotations.NullMarked;
