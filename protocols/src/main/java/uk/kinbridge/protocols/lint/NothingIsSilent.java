package uk.kinbridge.protocols.lint;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import uk.kinbridge.protocols.pack.CaseEvent;
import uk.kinbridge.protocols.pack.Clock;
import uk.kinbridge.protocols.pack.Effect;
import uk.kinbridge.protocols.pack.Fact;
import uk.kinbridge.protocols.pack.Notice;
import uk.kinbridge.protocols.pack.Pathway;

/** A rule that nothing carries out would look kept and never be: what has no effect, and waits for no feature, is wrong. */
final class NothingIsSilent implements Check {

    @Override
    public void look(Subject subject, Findings findings) {
        var own = subject.own();
        own.notices().forEach(notice -> {
            ofTheCase(notice, findings);
            raisedToTheSame(notice, subject, findings);
        });
        own.clocks().forEach(clock -> ofTheCase(clock, subject, findings));
        subject.ownNoticesOfReferrals().forEach(notice -> ofAReferral(notice, findings));
        own.pathways().forEach(pathway -> ofAPathway(pathway, findings));
    }

    private static void ofTheCase(Notice notice, Findings findings) {
        if (Effect.waitsFor(notice.on()).isPresent()) {
            return;
        }
        var known = Effect.knownWhenTold(notice.on());
        if (known.isEmpty()) {
            findings.add(
                    notice,
                    "Nobody is told by '%s': on '%s' only the notices of a pathway are sent; put it there."
                            .formatted(notice.id(), notice.on().word()));
            return;
        }
        var when = notice.when();
        var unknown = EnumSet.noneOf(Fact.class);
        if (when != null) {
            unknown.addAll(when.facts());
            unknown.removeAll(known.get());
        }
        if (!unknown.isEmpty()) {
            findings.add(
                    notice,
                    "When '%s' is told nobody knows whether %s, so 'when' could not be judged."
                            .formatted(notice.id(), spoken(unknown)));
        }
        if (notice.outside() != null && !Effect.tellsOutside(notice.on())) {
            findings.add(
                    notice,
                    "On '%s' nobody would be asked to tell those outside."
                            .formatted(notice.on().word()));
        }
    }

    /** A concern's own rule says to whom a picture is raised; the notice that says otherwise would not be heeded. */
    private static void raisedToTheSame(Notice notice, Subject subject, Findings findings) {
        boolean otherwise = notice.on() == CaseEvent.PICTURE_RAISED
                && subject.whole().practice().concerns().stream()
                        .anyMatch(rule -> !Set.copyOf(rule.raiseTo()).equals(Set.copyOf(notice.to())));
        if (otherwise) {
            findings.add(
                    notice,
                    "'%s' names others than 'raise-to' of the rules by which concerns add up, which decides."
                            .formatted(notice.id()));
        }
    }

    private static String spoken(Set<Fact> facts) {
        return facts.stream().map(Fact::spoken).collect(Collectors.joining(", or whether "));
    }

    private static void ofTheCase(Clock clock, Subject subject, Findings findings) {
        boolean waits = Effect.waitsFor(clock.startsOn()).isPresent()
                || clock.stopsOn().stream()
                        .allMatch(event -> Effect.waitsFor(event).isPresent());
        if (!waits && !Effect.runs(clock)) {
            findings.add(
                    clock,
                    "Nothing lets the clock '%s' run: from '%s' on only the clocks of a pathway do; put it there."
                            .formatted(clock.id(), clock.startsOn().word()));
        }
        if (clock.startsOn() == CaseEvent.INFORMATION_CHECKED
                && subject.whole().practice().records().stream().allMatch(rule -> rule.staleAfter() == null)) {
            findings.add(
                    clock, "No rule of the record says with 'stale-after' when '%s' is due.".formatted(clock.id()));
        }
    }

    private static void ofAReferral(Notice notice, Findings findings) {
        if (notice.outside() != null) {
            findings.add(
                    notice,
                    "On a pathway a state that waits for '%s' lets somebody tell those outside; 'outside' does not."
                            .formatted(CaseEvent.OUTSIDE_TOLD.word()));
        }
    }

    private static void ofAPathway(Pathway pathway, Findings findings) {
        pathway.states()
                .forEach(state -> state.on()
                        .keySet()
                        .forEach(event -> Effect.waitsFor(event)
                                .ifPresent(feature -> findings.add(
                                        state,
                                        "Nothing causes '%s' yet, so nothing would lead on from here by it: it waits for '%s'."
                                                .formatted(event.word(), feature)))));
    }
}
