@NullMarked
package uk.kinbridge.acceptance.docs;

import org.jspecify.annotations.NullMarked;
