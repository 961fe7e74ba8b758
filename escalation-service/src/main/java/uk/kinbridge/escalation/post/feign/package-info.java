/** Posts as the directory knows them. */
@NullMarked
package uk.kinbridge.escalation.post.feign;

import org.jspecify.annotations.NullMarked;
