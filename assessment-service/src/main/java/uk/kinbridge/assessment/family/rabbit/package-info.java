/** What is heard of family records. */
@NullMarked
package uk.kinbridge.assessment.family.rabbit;

import org.jspecify.annotations.NullMarked;
