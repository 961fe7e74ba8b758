@NullMarked
package uk.kinbridge.platform.security;

import org.jspecify.annotations.NullMarked;
