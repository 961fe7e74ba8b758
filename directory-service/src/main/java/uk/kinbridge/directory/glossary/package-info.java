/** Terms and legal frameworks for both workforces (FAP-09), gathered from the packs. */
@NullMarked
package uk.kinbridge.directory.glossary;

import org.jspecify.annotations.NullMarked;
