@NullMarked
package uk.kinbridge.directory.contact;

import org.jspecify.annotations.NullMarked;
