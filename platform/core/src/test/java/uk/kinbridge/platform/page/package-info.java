@NullMarked
package uk.kinbridge.platform.page;

import org.jspecify.annotations.NullMarked;
