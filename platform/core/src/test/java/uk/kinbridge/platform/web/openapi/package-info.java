@NullMarked
package uk.kinbridge.platform.web.openapi;

import org.jspecify.annotations.NullMarked;
