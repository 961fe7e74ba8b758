@NullMarked
package uk.kinbridge.gateway.wrong.problem;

import org.jspecify.annotations.NullMarked;
