@NullMarked
package uk.kinbridge.platform.web;

import org.jspecify.annotations.NullMarked;
