@NullMarked
package uk.kinbridge.directory.agency;

import org.jspecify.annotations.NullMarked;
