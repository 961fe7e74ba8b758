package uk.kinbridge.escalation.overdue.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.escalation.disagreement.Happening;
import uk.kinbridge.escalation.overdue.Concern;
import uk.kinbridge.escalation.overdue.ConcernAccess;
import uk.kinbridge.escalation.overdue.Overdue;
import uk.kinbridge.platform.clock.Clock;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.web.link.Links;

/**
 * What is overdue, as both sides see it.
 *
 * @param with the role whose concern it is now
 * @param until when it goes to the next; null when it is done
 */
record ConcernView(
        String id,
        String reference,
        Overdue overdue,
        String with,
        @Nullable Instant until,
        @Nullable Instant doneAt,
        List<Happening> history,
        Links _links) {

    static ConcernView of(Concern c, Caller caller) {
        var self = "/api/overdue-obligations/" + c.id();
        var links = Links.self(self)
                .and("about", c.overdue().source().link())
                .when(
                        c.isOpen() && ConcernAccess.answer(caller, c).isGranted(),
                        "answer",
                        "POST",
                        self + "/manager-answer")
                .when(
                        c.isOpen()
                                && c.disagreement() == null
                                && ConcernAccess.raise(caller, c).isGranted(),
                        "raise-disagreement",
                        "POST",
                        self + "/disagreement");
        var disagreement = c.disagreement();
        return new ConcernView(
                c.id(),
                c.reference(),
                c.overdue(),
                c.at().word(),
                c.isOpen() ? due(c) : null,
                c.doneAt(),
                c.history(),
                disagreement == null ? links : links.and("disagreement", "/api/disagreements/" + disagreement));
    }

    private static @Nullable Instant due(Concern c) {
        return c.clocks().stream()
                .filter(clock -> clock.isOpen() && clock.breachedAt() == null)
                .map(Clock::dueAt)
                .findFirst()
                .orElse(null);
    }
}
