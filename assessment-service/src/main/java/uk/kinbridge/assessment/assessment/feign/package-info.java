/** What other services know, asked briefly and with an answer for when they are down. */
@NullMarked
package uk.kinbridge.assessment.assessment.feign;

import org.jspecify.annotations.NullMarked;
