@NullMarked
package uk.kinbridge.referral.draft.mongo;

import org.jspecify.annotations.NullMarked;
