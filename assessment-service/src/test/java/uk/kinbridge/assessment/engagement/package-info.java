@NullMarked
package uk.kinbridge.assessment.engagement;

import org.jspecify.annotations.NullMarked;
