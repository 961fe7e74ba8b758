/** What happens when a part of the suite dies: nothing is lost, nothing is doubled. */
@NullMarked
package uk.kinbridge.acceptance.fault;

import org.jspecify.annotations.NullMarked;
