package uk.kinbridge.referral.referral;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.protocols.pack.AgencyId;
import uk.kinbridge.protocols.pack.CaseEvent;
import uk.kinbridge.protocols.pack.Notice;
import uk.kinbridge.protocols.pack.Side;
import uk.kinbridge.protocols.time.Deadlines;

/** Words and notices of what people do with a referral. Words never name a member of the family. */
final class Story {

    private static final DateTimeFormatter SPOKEN = DateTimeFormatter.ofPattern(
                    "EEEE d MMMM yyyy 'at' HH:mm", Locale.UK)
            .withZone(ZoneId.of("Europe/London"));

    private Story() {}

    /** A moment as people in England say it. */
    static String spoken(Instant at) {
        return SPOKEN.format(at);
    }

    static Happening of(
            CaseEvent event,
            Referral referral,
            Map<String, String> said,
            Passing passing,
            Actor by,
            Instant at,
            Rules rules) {
        var obligations = rules.pathway().clocksStoppedBy(event).stream()
                .flatMap(clock -> Rules.ids(clock.obligations()).stream())
                .distinct()
                .toList();
        return new Happening(
                at,
                event.word(),
                words(event, referral, by),
                by,
                event == rules.pathway().firstEvent() ? referral.obligations() : obligations,
                said,
                passing.equals(Passing.ALL) ? null : passing);
    }

    private static String words(CaseEvent event, Referral referral, Actor by) {
        var referrer = referral.referrer().agencyName();
        var recipient = referral.recipient().agencyName();
        return switch (event) {
            case CALL_RECORDED -> referrer + " called " + recipient + ": " + referral.pathwayTitle();
            case REFERRAL_SUBMITTED -> referrer + " referred to " + recipient + ": " + referral.pathwayTitle();
            case REFERRAL_ACKNOWLEDGED -> recipient + " acknowledged the referral";
            case REFERRAL_DECIDED -> recipient + " decided what is to be done";
            case REFERRAL_NOT_TAKEN_FURTHER -> recipient + " takes no further action and says why";
            case REFERRAL_PROGRESSED -> recipient + " reported progress";
            case REFERRAL_REDIRECTED -> recipient + " redirected the referral and stays responsible until it is taken";
            case REDIRECTION_ACCEPTED -> redirected(referral) + " took the referral";
            case REDIRECTION_DECLINED -> "The redirection was declined; " + recipient + " keeps the referral";
            case REFERRAL_WAITLISTED -> recipient + " put the family on the waiting list";
            case PLACE_OFFERED -> recipient + " offered a place";
            case ADVICE_GIVEN -> recipient + " gave advice; no referral is needed now";
            case ASSESSMENT_INVITED -> recipient + " invited the person referred to an assessment";
            case HARM_INDICATED -> "The assessment indicates significant harm";
            case ASSESSMENT_COMPLETED -> recipient + " finished the assessment";
            case ASSESSMENT_OUTCOME_SHARED -> recipient + " shared the outcome of the assessment in writing";
            case JOINT_PLAN_AGREED -> "Both services agreed one plan";
            case OUTSIDE_TOLD -> referrer + " recorded who outside was told";
            case REFERRAL_WITHDRAWN -> referrer + " took the referral back";
            case REFERRAL_CLOSED -> recipient + " closed the referral";
            case APPOINTMENT_MISSED -> "The person referred missed an appointment with " + recipient;
            case OFFERS_USED_UP -> "All appointments that are offered were missed; both services decide together";
            case NEXT_STEPS_AGREED -> "Both services have decided how to go on";
            case ATTENDANCE_FAILING -> "Appointments with " + recipient + " are missed regularly";
            case LOST_TO_CONTACT -> "The family has lost contact and is searched for";
            case FAMILY_FOUND -> "The family has been found again";
            default -> event.word() + " (" + by.agency() + ")";
        };
    }

    private static String redirected(Referral referral) {
        var next = referral.standing().redirectedTo();
        return next == null ? "The agency asked" : next.agencyName();
    }

    /** The notices of its arrival have what they asked for. */
    static Stream<ReferralEvent> receiptSettled(Referral referral, Actor by, Instant at, Rules rules) {
        return rules.pathway().noticesOn(CaseEvent.REFERRAL_SUBMITTED).stream()
                .map(notice -> notice.id().value())
                .filter(rules::isReceipt)
                .map(purpose -> new ReferralEvent.NoticeFulfilled(referral, purpose, by, at));
    }

    /** The invitation is an appointment, which assessment-service keeps (HAC-03). */
    static Stream<ReferralEvent> invited(Act act, Referral referral, Actor by, Instant at) {
        return act instanceof Act.Invite(Instant appointmentAt, String _)
                ? Stream.of(new ReferralEvent.Invited(referral, appointmentAt, by, at))
                : Stream.empty();
    }

    /** Whoever was asked to tell somebody outside has done so: the notices that asked for it are settled. */
    static Stream<ReferralEvent> outsideTold(Act act, Referral referral, Actor by, Instant at, Rules rules) {
        return act instanceof Act.TellOutside
                ? rules.pathway().clocksStoppedBy(act.event()).stream()
                        .flatMap(clock -> rules.pathway().noticesOn(clock.startsOn()).stream())
                        .map(notice -> new ReferralEvent.NoticeFulfilled(
                                referral, notice.id().value(), by, at))
                : Stream.empty();
    }

    /** A redirection that is accepted begins a referral of the agency that took it (FAP-14). */
    static Stream<ReferralEvent> passedOn(Act act, Referral referral, Actor by, Instant at) {
        var to = referral.standing().redirectedTo();
        return act instanceof Act.AcceptRedirection && to != null
                ? Stream.of(new ReferralEvent.PassedOn(referral, to, by, at))
                : Stream.empty();
    }

    /** Who was asked to take it and has answered, or need not answer any more, is asked no longer (FAP-14). */
    static Stream<ReferralEvent> answered(
            Act act, Referral before, Referral referral, Actor by, Instant at, Rules rules) {
        boolean ended =
                before.standing().redirectedTo() != null && referral.standing().redirectedTo() == null;
        return ended || act instanceof Act.AcceptRedirection
                ? settled(CaseEvent.REFERRAL_REDIRECTED, Side.NEXT, referral, by, at, rules)
                : Stream.empty();
    }

    /** Who has it back and goes on with it has plainly heard that it came back. */
    static Stream<ReferralEvent> takenUpAgain(Referral before, Referral referral, Actor by, Instant at, Rules rules) {
        boolean cameBack = before.history().reversed().stream()
                .filter(line -> line.by() != null)
                .findFirst()
                .filter(line -> line.what().equals(CaseEvent.REDIRECTION_DECLINED.word()))
                .isPresent();
        return cameBack && by.agency().equals(referral.recipient().agency())
                ? settled(CaseEvent.REDIRECTION_DECLINED, Side.RECIPIENT, referral, by, at, rules)
                : Stream.empty();
    }

    /** What that side alone was told of then, and has to confirm no more. */
    private static Stream<ReferralEvent> settled(
            CaseEvent event, Side side, Referral referral, Actor by, Instant at, Rules rules) {
        return rules.pathway().noticesOn(event).stream()
                .filter(Notice::needsAcknowledgement)
                .filter(notice -> notice.to().stream().allMatch(party -> party.side() == side))
                .map(notice ->
                        new ReferralEvent.NoticeFulfilled(referral, notice.id().value(), by, at));
    }

    /**
     * Who is told of it, as the pack says; nobody of what they have just done themselves, but for the confirmation of what
     * they have sent (SAL-06).
     *
     * @param asked the agency that was asked to take the referral before or by what happened; null where none was
     */
    static List<ReferralEvent> notices(
            CaseEvent event, Referral referral, Actor by, Instant at, Rules rules, @Nullable Receiver asked) {
        return rules.pathway().noticesOn(event).stream()
                .filter(notice -> applies(notice, referral))
                .flatMap(notice -> notice.to().stream()
                        .filter(party -> party.side() != Side.NEXT || asked != null)
                        .map(party -> rules.addressee(party, referral, by.agency(), asked))
                        .filter(to -> event == CaseEvent.REFERRAL_SUBMITTED
                                || !by.person().equals(to.person()))
                        .distinct()
                        .<ReferralEvent>map(to -> new ReferralEvent.NoticeRequested(
                                referral,
                                notice.id().value(),
                                to,
                                notice.words() + " (" + referral.reference() + ").",
                                asks(notice, to, referral, rules),
                                Rules.ids(notice.obligations()),
                                acknowledgeBy(notice, to, at, rules),
                                at,
                                by,
                                Pursuit.of(new Pursuit.Asked(event, notice, to, by, at), referral, rules))))
                .toList();
    }

    /** What has to be done; by when, where the referral now waits for those who are told. */
    private static @Nullable String asks(Notice notice, ReferralEvent.Addressee to, Referral referral, Rules rules) {
        var asks = notice.asks();
        return asks == null || !notice.needsAcknowledgement()
                ? asks
                : rules.waitingWith(referral)
                        .filter(clock -> clock.owner().agency().equals(to.agency()))
                        .map(clock -> asks + ", by " + spoken(clock.dueAt()))
                        .orElse(asks);
    }

    private static boolean applies(Notice notice, Referral referral) {
        var when = notice.when();
        return when == null || when.holds(Situation.facts(referral.content().situation()));
    }

    static @Nullable Instant acknowledgeBy(Notice notice, ReferralEvent.Addressee to, Instant at, Rules rules) {
        var acknowledge = notice.acknowledge();
        if (acknowledge == null) {
            return null;
        }
        var calendar = rules.pack().calendarOf(new AgencyId(to.agency()), rules.bankHolidays());
        return Deadlines.compute(acknowledge.within(), at, calendar).due();
    }
}
