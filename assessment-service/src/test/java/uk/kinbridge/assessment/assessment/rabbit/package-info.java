@NullMarked
package uk.kinbridge.assessment.assessment.rabbit;

import org.jspecify.annotations.NullMarked;
