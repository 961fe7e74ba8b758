@NullMarked
package uk.kinbridge.assessment.family;

import org.jspecify.annotations.NullMarked;
