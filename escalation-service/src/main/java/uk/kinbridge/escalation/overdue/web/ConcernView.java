package uk.kinbridge.escalation.overdue.web;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
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
 * @param disagreements where those are read that the caller's agency is a party of
 */
record ConcernView(
        String id,
        String reference,
        Overdue overdue,
        String with,
        @Nullable Instant until,
        @Nullable Instant doneAt,
        List<Happening> history,
        List<String> disagreements,
        Links _links) {

    /** @param open whether the disagreement of that id is open */
    static ConcernView of(Concern c, Caller caller, Predicate<String> open) {
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
                                && ConcernAccess.raise(caller, c).isGranted()
                                && c.raisedBy(caller.agency()).stream().noneMatch(open),
                        "raise-disagreement",
                        "POST",
                        self + "/disagreement");
        var disagreements = c.disagreementsOf(caller.agency()).stream()
                .map(id -> "/api/disagreements/" + id)
                .toList();
        return new ConcernView(
                c.id(),
                c.reference(),
                c.overdue(),
                c.at().word(),
                c.isOpen() ? due(c) : null,
                c.doneAt(),
                c.history(),
                disagreements,
                disagreements.isEmpty() ? links : links.and("disagreement", disagreements.getLast()));
    }

    private static @Nullable Instant due(Concern c) {
        return c.clocks().stream()
                .filter(clock -> clock.isOpen() && clock.breachedAt() == null)
                .map(Clock::dueAt)
                .findFirst()
                .orElse(null);
    }
}
