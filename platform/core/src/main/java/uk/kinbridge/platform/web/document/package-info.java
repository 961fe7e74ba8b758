/** Uploads and downloads of documents over HTTP. */
@NullMarked
package uk.kinbridge.platform.web.document;

import org.jspecify.annotations.NullMarked;
