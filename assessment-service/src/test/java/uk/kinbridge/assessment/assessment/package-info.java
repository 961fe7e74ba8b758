@NullMarked
package uk.kinbridge.assessment.assessment;

import org.jspecify.annotations.NullMarked;
