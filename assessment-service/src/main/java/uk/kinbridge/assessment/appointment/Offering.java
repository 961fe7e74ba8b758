package uk.kinbridge.assessment.appointment;

import java.util.List;
import uk.kinbridge.assessment.kept.Actor;
import uk.kinbridge.assessment.kept.Spoken;
import uk.kinbridge.assessment.news.Addressee;
import uk.kinbridge.protocols.time.Within;

/** Offering an appointment, and what the next one has to be. */
record Offering(Draft draft) {

    /** Nobody hears of a missed appointment whose outcome nobody records. Our figure; no protocol names one. */
    static final Within SAY_WHAT_BECAME_OF_IT = Within.workingDays(1);

    static final Within OTHERWISE = Within.workingDays(2);

    void offer(Offer.Wanted wanted, Actor by) {
        var course = draft.course();
        var offer = Offer.of(course.offers().size() + 1, wanted, by, draft.now);
        draft.put(offer);
        draft.write(
                "appointment.offered",
                "Appointment %d is offered for %s".formatted(offer.number(), Spoken.of(offer.at())),
                by,
                List.of());
        for (var duty : course.owed()) {
            boolean met = duty.kind() == Duty.Kind.OFFER_ANOTHER
                    || (duty.kind() == Duty.Kind.OFFER_HOME_VISIT && offer.mode() == Mode.HOME_VISIT);
            if (met) {
                draft.end(duty.id(), Duty.How.DONE, by, draft.now, "Appointment " + offer.number() + " is offered");
            }
        }
        draft.owe(
                Duty.Kind.RECORD_OUTCOME,
                offer.number(),
                "Say what became of appointment " + offer.number(),
                draft.rules.obligations(),
                List.of(),
                draft.rules.deadline(SAY_WHAT_BECAME_OF_IT, offer.endsAt(), course.agency()));
        offer.joint()
                .forEach(agency -> draft.tell(
                        "joint-" + offer.number(),
                        new Addressee(agency, "practitioner", personOf(offer, agency)),
                        "You are asked to come to a joint appointment on " + Spoken.of(offer.at()),
                        "Say whether you come",
                        draft.rules.obligations(),
                        "routine",
                        null));
    }

    private static @org.jspecify.annotations.Nullable String personOf(Offer offer, String agency) {
        return offer.who().stream()
                .filter(a -> a.agency().equals(agency))
                .map(Offer.Attendee::person)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** What both services have decided becomes what is owed next. */
    void next(Discussion discussion) {
        var kind = switch (discussion.decision()) {
            case OFFER_AGAIN -> Duty.Kind.OFFER_ANOTHER;
            case HOME_VISIT -> Duty.Kind.OFFER_HOME_VISIT;
            case ANOTHER_WAY, CLOSE -> null;
        };
        if (kind != null) {
            var course = draft.course();
            draft.owe(
                    kind,
                    course.offers().size(),
                    kind == Duty.Kind.OFFER_ANOTHER ? "Offer another appointment" : "Offer a home visit",
                    draft.rules.obligations(),
                    List.of(),
                    draft.rules.deadline(OTHERWISE, draft.now, course.agency()));
        }
    }
}
