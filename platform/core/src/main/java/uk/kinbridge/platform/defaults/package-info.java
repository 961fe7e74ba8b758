/** What every service starts with unless it says otherwise ({@code platform-defaults.yaml}). */
@NullMarked
package uk.kinbridge.platform.defaults;

import org.jspecify.annotations.NullMarked;
