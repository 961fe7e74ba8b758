/** Every refusal and failure as an RFC 9457 problem with a documented type. */
@NullMarked
package uk.kinbridge.platform.web.problem;

import org.jspecify.annotations.NullMarked;
