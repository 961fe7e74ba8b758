/** What people must hear of their drafts. */
@NullMarked
package uk.kinbridge.referral.draft.rabbit;

import org.jspecify.annotations.NullMarked;
