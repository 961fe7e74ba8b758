@NullMarked
package uk.kinbridge.assessment.lost.rabbit;

import org.jspecify.annotations.NullMarked;
