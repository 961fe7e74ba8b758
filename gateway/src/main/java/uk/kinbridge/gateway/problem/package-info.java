@NullMarked
package uk.kinbridge.gateway.problem;

import org.jspecify.annotations.NullMarked;
