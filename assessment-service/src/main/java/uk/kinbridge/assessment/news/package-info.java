/** What the rest of the suite hears of a record: notices, and clocks that were breached. */
@NullMarked
package uk.kinbridge.assessment.news;

import org.jspecify.annotations.NullMarked;
