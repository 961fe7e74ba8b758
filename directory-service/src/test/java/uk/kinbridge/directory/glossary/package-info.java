@NullMarked
package uk.kinbridge.directory.glossary;

import org.jspecify.annotations.NullMarked;
