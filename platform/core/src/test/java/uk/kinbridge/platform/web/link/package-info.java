@NullMarked
package uk.kinbridge.platform.web.link;

import org.jspecify.annotations.NullMarked;
