/** The people, as the sign-in service knows them: followed, never typed twice. */
@NullMarked
package uk.kinbridge.directory.practitioner;

import org.jspecify.annotations.NullMarked;
