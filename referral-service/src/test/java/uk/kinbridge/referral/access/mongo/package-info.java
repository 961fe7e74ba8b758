@NullMarked
package uk.kinbridge.referral.access.mongo;

import org.jspecify.annotations.NullMarked;
