/** Families that cannot be found: who was asked, and who is told when nobody knows (SAL-21). */
@NullMarked
package uk.kinbridge.assessment.lost;

import org.jspecify.annotations.NullMarked;
