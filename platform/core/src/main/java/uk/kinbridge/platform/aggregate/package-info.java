/** What an aggregate's command leaves behind. Pure; no framework. */
@NullMarked
package uk.kinbridge.platform.aggregate;

import org.jspecify.annotations.NullMarked;
