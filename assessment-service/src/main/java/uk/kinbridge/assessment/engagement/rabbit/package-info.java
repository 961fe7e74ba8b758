/** Engagement and the events of the suite. */
@NullMarked
package uk.kinbridge.assessment.engagement.rabbit;

import org.jspecify.annotations.NullMarked;
