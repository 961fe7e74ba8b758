/** How the service is put together. */
@NullMarked
package uk.kinbridge.escalation.config;

import org.jspecify.annotations.NullMarked;
