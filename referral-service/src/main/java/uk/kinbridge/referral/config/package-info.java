/** Where the service is wired together; the only place that asks for the present time. */
@NullMarked
package uk.kinbridge.referral.config;

import org.jspecify.annotations.NullMarked;
