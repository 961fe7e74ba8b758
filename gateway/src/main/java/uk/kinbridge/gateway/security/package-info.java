@NullMarked
package uk.kinbridge.gateway.security;

import org.jspecify.annotations.NullMarked;
