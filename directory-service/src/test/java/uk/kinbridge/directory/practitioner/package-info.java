@NullMarked
package uk.kinbridge.directory.practitioner;

import org.jspecify.annotations.NullMarked;
