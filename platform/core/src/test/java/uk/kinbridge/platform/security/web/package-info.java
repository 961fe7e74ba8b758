@NullMarked
package uk.kinbridge.platform.security.web;

import org.jspecify.annotations.NullMarked;
