/** Uploaded documents: what is taken in, judged by its content. */
@NullMarked
package uk.kinbridge.platform.document;

import org.jspecify.annotations.NullMarked;
