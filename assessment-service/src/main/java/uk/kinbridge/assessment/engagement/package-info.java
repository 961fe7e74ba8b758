/** How a whole family takes up what services offer, and the patterns in it (FAP-12). */
@NullMarked
package uk.kinbridge.assessment.engagement;

import org.jspecify.annotations.NullMarked;
