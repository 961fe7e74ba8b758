@NullMarked
package uk.kinbridge.platform.document.gridfs;

import org.jspecify.annotations.NullMarked;
