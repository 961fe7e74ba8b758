@NullMarked
package uk.kinbridge.assessment.engagement.mongo;

import org.jspecify.annotations.NullMarked;
