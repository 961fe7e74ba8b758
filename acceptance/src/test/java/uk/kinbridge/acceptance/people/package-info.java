@NullMarked
package uk.kinbridge.acceptance.people;

import org.jspecify.annotations.NullMarked;
