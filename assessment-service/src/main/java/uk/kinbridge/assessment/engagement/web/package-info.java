/** Engagement over HTTP. */
@NullMarked
package uk.kinbridge.assessment.engagement.web;

import org.jspecify.annotations.NullMarked;
