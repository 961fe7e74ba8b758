@NullMarked
package uk.kinbridge.assessment;

import org.jspecify.annotations.NullMarked;
