package uk.kinbridge.assessment.appointment.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.assessment.appointment.Course;
import uk.kinbridge.assessment.appointment.CourseAccess;
import uk.kinbridge.assessment.appointment.Courses;
import uk.kinbridge.assessment.appointment.Discussion;
import uk.kinbridge.assessment.appointment.Duty;
import uk.kinbridge.assessment.appointment.LinkedReferral;
import uk.kinbridge.assessment.appointment.Mode;
import uk.kinbridge.assessment.appointment.Offer;
import uk.kinbridge.assessment.appointment.Purpose;
import uk.kinbridge.assessment.kept.Actor;
import uk.kinbridge.assessment.kept.Happening;
import uk.kinbridge.assessment.kept.Pinned;
import uk.kinbridge.assessment.kept.Spoken;
import uk.kinbridge.platform.clock.Clock;
import uk.kinbridge.platform.clock.ClockState;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.web.link.Links;
import uk.kinbridge.protocols.heldopen.OpenDisagreements.Open;
import uk.kinbridge.protocols.heldopen.web.DisagreementView;

/**
 * A course of appointments as one caller may see it.
 *
 * @param familyConfirmedAt when the family record last said who works with the family; null while it has not answered
 * @param owed what the protocol asks for now, each with its clock
 * @param openDisagreements while one is open, nothing that is owed is left undone and nothing is ended
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AppointmentView(
        String id,
        String reference,
        Pinned protocol,
        Purpose purpose,
        String agency,
        Actor worker,
        String family,
        String member,
        @Nullable LinkedReferral referral,
        List<String> agencies,
        @Nullable Instant familyConfirmedAt,
        List<OfferView> offers,
        List<OwedView> owed,
        List<Duty> duties,
        List<Discussion> discussions,
        @Nullable Instant failingSince,
        @Nullable Instant endedAt,
        List<DisagreementView> openDisagreements,
        List<Happening> history,
        Links _links) {

    /** One appointment; without place and coming time for an agency that the person is protected from. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OfferView(
            int number,
            @Nullable Instant at,
            @Nullable String localTime,
            int minutes,
            Mode mode,
            @Nullable String place,
            List<Offer.Attendee> who,
            List<String> joint,
            List<Offer.Recorded> outcomes,
            Links _links) {
        static OfferView of(Course course, Offer o, Caller caller, Instant now) {
            boolean sees = CourseAccess.seesWhereabouts(caller, course);
            boolean seesTime = sees || o.at().isBefore(now);
            var self = "/api/appointments/" + course.id();
            var path = self + "/offers/" + o.number();
            boolean records = course.isOpen()
                    && CourseAccess.record(caller, course, o.number()).isGranted();
            return new OfferView(
                    o.number(),
                    seesTime ? o.at() : null,
                    seesTime ? Spoken.of(o.at()) : null,
                    o.minutes(),
                    o.mode(),
                    sees ? o.place() : null,
                    sees ? o.who() : List.of(),
                    o.joint(),
                    o.outcomes(),
                    (seesTime ? Links.self(self).and("calendar", path + "/calendar") : Links.self(self))
                            .when(records && o.outcome().isEmpty(), "record-outcome", "POST", path + "/outcome")
                            .when(records && o.outcome().isPresent(), "correct-outcome", "POST", path + "/correction"));
        }
    }

    /** What is owed, and how its clock stands. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OwedView(
            Duty duty,
            @Nullable ClockState state,
            @Nullable Instant dueAt,
            @Nullable String explanation) {
        static OwedView of(Course course, Duty duty, Instant now) {
            var clock = course.clocks().stream()
                    .filter(c -> c.kind().equals(duty.id()))
                    .findFirst();
            return new OwedView(
                    duty,
                    clock.map(c -> c.stateAt(now)).orElse(null),
                    clock.map(Clock::dueAt).orElse(null),
                    clock.map(Clock::explanation).orElse(null));
        }
    }

    /** A line of a list. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Row(
            String id,
            String reference,
            Purpose purpose,
            String agency,
            String family,
            String member,
            @Nullable Instant nextAt,
            List<OwedView> owed,
            boolean failing,
            boolean ended,
            Links _links) {
        static Row of(Course c, Caller caller, Instant now) {
            var next = Courses.Position.of(c).nextAt();
            boolean shows = CourseAccess.seesWhereabouts(caller, c) && !next.equals(Courses.Position.NEVER);
            return new Row(
                    c.id(),
                    c.reference(),
                    c.purpose(),
                    c.agency(),
                    c.work().family(),
                    c.work().member(),
                    shows ? next : null,
                    c.owed().stream().map(d -> OwedView.of(c, d, now)).toList(),
                    c.failingSince() != null,
                    !c.isOpen(),
                    Links.self("/api/appointments/" + c.id()));
        }
    }

    static AppointmentView of(Course c, List<Open> holding, Caller caller, Instant now) {
        return new AppointmentView(
                c.id(),
                c.reference(),
                c.protocol(),
                c.purpose(),
                c.agency(),
                c.worker(),
                c.work().family(),
                c.work().member(),
                c.work().referral(),
                CourseAccess.seesWhereabouts(caller, c) ? c.parties() : List.of(c.agency(), caller.agency()),
                c.work().confirmedAt(),
                c.offers().stream().map(o -> OfferView.of(c, o, caller, now)).toList(),
                c.owed().stream().map(d -> OwedView.of(c, d, now)).toList(),
                c.duties(),
                c.discussions(),
                c.failingSince(),
                c.endedAt(),
                DisagreementView.of(holding, caller.agency()),
                CourseAccess.seesWhereabouts(caller, c) ? c.history() : List.of(),
                links(c, caller, holding.isEmpty()));
    }

    private static Links links(Course c, Caller caller, boolean mayEnd) {
        var self = "/api/appointments/" + c.id();
        boolean keeps = c.isOpen() && CourseAccess.keep(caller, c).isGranted();
        var links = Links.self(self)
                .and("engagement", "/api/engagement/" + c.work().family())
                .when(keeps, "offer", "POST", self + "/offers")
                .when(keeps && mayEnd, "end", "POST", self + "/end")
                .when(keeps, "lost-to-contact", "POST", "/api/lost-to-contact");
        var referral = c.work().referral();
        if (referral != null) {
            links = links.and("referral", "/api/referrals/" + referral.id());
        }
        for (var duty : c.owed()) {
            var path = self + "/duties/" + duty.id();
            links = switch (duty.kind()) {
                case TELL -> links.when(keeps, "record-telling:" + duty.id(), "POST", path + "/telling");
                case DISCUSS_JOINTLY ->
                    links.when(
                            CourseAccess.discuss(caller, c).isGranted(),
                            "record-discussion:" + duty.id(),
                            "POST",
                            path + "/discussion");
                case OFFER_ANOTHER, OFFER_HOME_VISIT ->
                    links.when(keeps && mayEnd, "leave-undone:" + duty.id(), "POST", path + "/left-undone");
                case RECORD_OUTCOME -> links;
            };
        }
        return links;
    }
}
