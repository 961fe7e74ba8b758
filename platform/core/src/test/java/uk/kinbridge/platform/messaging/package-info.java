@NullMarked
package uk.kinbridge.platform.messaging;

import org.jspecify.annotations.NullMarked;
