@NullMarked
package uk.kinbridge.gateway.wrong.pages;

import org.jspecify.annotations.NullMarked;
