/** How the service is put together. */
@NullMarked
package uk.kinbridge.assessment.config;

import org.jspecify.annotations.NullMarked;
