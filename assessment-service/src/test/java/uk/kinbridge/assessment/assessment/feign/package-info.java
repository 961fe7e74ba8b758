@NullMarked
package uk.kinbridge.assessment.assessment.feign;

import org.jspecify.annotations.NullMarked;
