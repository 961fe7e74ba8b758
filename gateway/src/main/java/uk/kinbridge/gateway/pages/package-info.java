@NullMarked
package uk.kinbridge.gateway.pages;

import org.jspecify.annotations.NullMarked;
