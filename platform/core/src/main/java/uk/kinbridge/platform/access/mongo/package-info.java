/** The access log in MongoDB. */
@NullMarked
package uk.kinbridge.platform.access.mongo;

import org.jspecify.annotations.NullMarked;
