@NullMarked
package uk.kinbridge.assessment.lost;

import org.jspecify.annotations.NullMarked;
