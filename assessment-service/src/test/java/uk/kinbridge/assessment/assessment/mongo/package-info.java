@NullMarked
package uk.kinbridge.assessment.assessment.mongo;

import org.jspecify.annotations.NullMarked;
