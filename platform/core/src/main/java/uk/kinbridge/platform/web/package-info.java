/** What every service answers over HTTP besides its own matters. */
@NullMarked
package uk.kinbridge.platform.web;

import org.jspecify.annotations.NullMarked;
