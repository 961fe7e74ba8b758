/** The resource server: tokens in, callers out, refusals as problems. */
@NullMarked
package uk.kinbridge.platform.security.web;

import org.jspecify.annotations.NullMarked;
