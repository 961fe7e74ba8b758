@NullMarked
package uk.kinbridge.referral.information.mongo;

import org.jspecify.annotations.NullMarked;
