package uk.kinbridge.notification.notice.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.kinbridge.notification.notice.Bundle;
import uk.kinbridge.notification.notice.Inbox;
import uk.kinbridge.notification.notice.Notice;
import uk.kinbridge.notification.notice.Notices;
import uk.kinbridge.notification.notice.Notices.Listing;
import uk.kinbridge.notification.notice.Notices.Shown;
import uk.kinbridge.notification.notice.Urgency;
import uk.kinbridge.platform.page.PageRequest;

/** Looks into bundles when they are shown, so that what they say is never out of date. */
@Component
class Bundles {

    /** The urgent ones come first in a list of what waits; more than these nobody reads in a glance. */
    private static final int SHOWN = 100;

    private final Notices notices;

    Bundles(Notices notices) {
        this.notices = notices;
    }

    /** What that notice holds; null for one that is no bundle. */
    NoticeView.@Nullable Bundled in(Notice notice) {
        if (!Bundle.is(notice)) {
            return null;
        }
        var inside = Inbox.ofBundle(notice.id());
        var urgent = notices.list(new Listing(inside, Shown.WAITING, null), PageRequest.first(SHOWN)).items().stream()
                .map(Notices.Kept::notice)
                .filter(one -> one.urgency() == Urgency.IMMEDIATE)
                .map(NoticeView.Urgent::of)
                .toList();
        return new NoticeView.Bundled(notices.countWaiting(inside), urgent);
    }
}
