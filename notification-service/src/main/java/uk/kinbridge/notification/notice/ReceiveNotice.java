package uk.kinbridge.notification.notice;

import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import uk.kinbridge.notification.notice.Notices.Kept;
import uk.kinbridge.platform.page.PageRequest;
import uk.kinbridge.platform.security.AccessDecision;
import uk.kinbridge.platform.security.Caller;

/** What a recipient does about a notice: opens it, and confirms that it has been received. */
public class ReceiveNotice {

    /** How it ends. */
    public sealed interface Outcome {
        /** The fact, now or since before; the first one stands. */
        record Noted(Kept kept) implements Outcome {}

        /** Not for this caller to do, or to know of. */
        record Refused(AccessDecision.Refused why) implements Outcome {}
    }

    private static final int PAGE = 100;

    private final Notices notices;

    public ReceiveNotice(Notices notices) {
        this.notices = notices;
    }

    /** Acknowledges; a second time answers the first one's fact. */
    public Outcome acknowledge(String id, Caller caller, Instant now) {
        var actor = Actor.of(caller);
        notices.find(id)
                .map(Kept::notice)
                .filter(notice -> Bundle.is(notice)
                        && NoticeAccess.acknowledge(caller, notice).isGranted())
                .ifPresent(bundle -> empty(bundle, actor, now));
        return note(id, caller, NoticeAccess::acknowledge, notice -> notice.acknowledge(actor, now), now);
    }

    /**
     * One receipt is enough for what only informs. Whatever asks for more comes out into the inbox, to be acknowledged
     * by itself (HAC-17). Both before the bundle is acknowledged, so that nothing hides in one that is done.
     */
    private void empty(Notice bundle, Actor actor, Instant now) {
        var listing = new Notices.Listing(Inbox.ofBundle(bundle.id()), Notices.Shown.WAITING, null);
        for (var page = lookInto(listing); !page.isEmpty(); page = lookInto(listing)) {
            page.forEach(kept -> Revision.of(
                    notices,
                    kept.notice().id(),
                    notice -> notice.onlyInforms() ? notice.acknowledge(actor, now) : notice.release(),
                    now));
        }
    }

    private List<Kept> lookInto(Notices.Listing listing) {
        return notices.list(listing, PageRequest.first(PAGE)).items();
    }

    /** Marks as seen; a second time answers the first one's fact. */
    public Outcome see(String id, Caller caller, Instant now) {
        var actor = Actor.of(caller);
        return note(id, caller, NoticeAccess::see, notice -> notice.see(actor, now), now);
    }

    private Outcome note(
            String id,
            Caller caller,
            BiFunction<Caller, Notice, AccessDecision> rule,
            Function<Notice, Notice.Outcome> command,
            Instant now) {
        var decision =
                notices.find(id).map(kept -> rule.apply(caller, kept.notice())).orElseGet(AccessDecision::concealed);
        return switch (decision) {
            case AccessDecision.Refused refused -> new Outcome.Refused(refused);
            // Nothing that the rule looks at ever changes in a notice.
            case AccessDecision.Granted() ->
                Revision.of(notices, id, command, now)
                        .<Outcome>map(result -> new Outcome.Noted(result.kept()))
                        .orElseGet(() -> new Outcome.Refused(new AccessDecision.Concealed()));
        };
    }
}
