@NullMarked
package uk.kinbridge.platform.mongo;

import org.jspecify.annotations.NullMarked;
