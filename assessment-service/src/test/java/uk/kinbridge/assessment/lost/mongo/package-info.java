@NullMarked
package uk.kinbridge.assessment.lost.mongo;

import org.jspecify.annotations.NullMarked;
