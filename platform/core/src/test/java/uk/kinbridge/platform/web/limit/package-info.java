@NullMarked
package uk.kinbridge.platform.web.limit;

import org.jspecify.annotations.NullMarked;
