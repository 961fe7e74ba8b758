@NullMarked
package uk.kinbridge.platform.web.problem;

import org.jspecify.annotations.NullMarked;
