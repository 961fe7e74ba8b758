package uk.kinbridge.referral.referral;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.protocols.pack.AgencyId;
import uk.kinbridge.protocols.pack.CaseEvent;
import uk.kinbridge.protocols.pack.Notice;
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

    static Happening of(CaseEvent event, Referral referral, Actor by, Instant at, Rules rules) {
        var obligations = rules.pathway().clocksStoppedBy(event).stream()
                .flatMap(clock -> Rules.ids(clock.obligations()).stream())
                .distinct()
                .toList();
        return new Happening(
                at,
                event.word(),
                words(event, referral),
                by,
                event == CaseEvent.REFERRAL_SUBMITTED ? referral.obligations() : obligations);
    }

    private static String words(CaseEvent event, Referral referral) {
        return switch (event) {
            case REFERRAL_SUBMITTED ->
                referral.referrer().agencyName() + " referred to "
                        + referral.recipient().agencyName() + ": " + referral.pathwayTitle();
            case REFERRAL_ACKNOWLEDGED -> referral.recipient().agencyName() + " acknowledged the referral";
            case ASSESSMENT_INVITED ->
                referral.recipient().agencyName() + " invited the person referred to an assessment"
                        + appointment(referral.invitation());
            default -> event.word();
        };
    }

    private static String appointment(@Nullable Invitation invitation) {
        return invitation == null ? "" : " on " + spoken(invitation.appointmentAt());
    }

    static List<ReferralEvent> notices(CaseEvent event, Referral referral, Actor by, Instant at, Rules rules) {
        return rules.pathway().noticesOn(event).stream()
                .flatMap(notice -> notice.to().stream()
                        .map(party -> rules.addressee(party, referral.referrer(), referral.recipient(), by.agency()))
                        .<ReferralEvent>map(to -> new ReferralEvent.NoticeRequested(
                                referral,
                                notice.id().value(),
                                to,
                                notice.words() + " (" + referral.reference() + ").",
                                Rules.ids(notice.obligations()),
                                acknowledgeBy(notice, to, at, rules),
                                at)))
                .toList();
    }

    private static @Nullable Instant acknowledgeBy(Notice notice, ReferralEvent.Addressee to, Instant at, Rules rules) {
        var acknowledge = notice.acknowledge();
        if (acknowledge == null) {
            return null;
        }
        var calendar = rules.pack().calendarOf(new AgencyId(to.agency()), rules.bankHolidays());
        return Deadlines.compute(acknowledge.within(), at, calendar).due();
    }
}
