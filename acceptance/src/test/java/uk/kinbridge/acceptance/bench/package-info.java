@NullMarked
package uk.kinbridge.acceptance.bench;

import org.jspecify.annotations.NullMarked;
