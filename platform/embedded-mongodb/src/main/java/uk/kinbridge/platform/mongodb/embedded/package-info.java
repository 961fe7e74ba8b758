/** The embedded default: a small server that speaks MongoDB's protocol and keeps its documents in an H2 store. */
@NullMarked
package uk.kinbridge.platform.mongodb.embedded;

import org.jspecify.annotations.NullMarked;
