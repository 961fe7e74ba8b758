@NullMarked
package uk.kinbridge.protocols.published.mongo;

import org.jspecify.annotations.NullMarked;
