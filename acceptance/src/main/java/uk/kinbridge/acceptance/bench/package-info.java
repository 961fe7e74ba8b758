/** What {@code ./kinbridge bench} measures: each figure beside its limit, measured in the same run. */
@NullMarked
package uk.kinbridge.acceptance.bench;

import org.jspecify.annotations.NullMarked;
