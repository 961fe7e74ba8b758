/** Preferences over HTTP. */
@NullMarked
package uk.kinbridge.notification.preference.web;

import org.jspecify.annotations.NullMarked;
