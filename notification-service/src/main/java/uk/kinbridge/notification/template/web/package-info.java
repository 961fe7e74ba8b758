/** Templates over HTTP: which there are, and how they look. */
@NullMarked
package uk.kinbridge.notification.template.web;

import org.jspecify.annotations.NullMarked;
