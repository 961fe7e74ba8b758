package uk.kinbridge.referral.referral;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.platform.clock.Clock;
import uk.kinbridge.platform.clock.Owner;
import uk.kinbridge.protocols.pack.AgencyId;
import uk.kinbridge.protocols.pack.CaseEvent;
import uk.kinbridge.protocols.pack.ObligationId;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.pack.Party;
import uk.kinbridge.protocols.pack.Pathway;
import uk.kinbridge.protocols.pack.PersonRole;
import uk.kinbridge.protocols.pack.Side;
import uk.kinbridge.protocols.time.BankHolidays;
import uk.kinbridge.referral.referral.ReferralEvent.Addressee;

/** What the pinned protocol says about one referral: its pathway, in terms of the agencies at hand. Pure. */
public record Rules(Pack pack, Pathway pathway, BankHolidays bankHolidays) {

    /** What can happen to a referral here today. Assessments and joint work join when their services keep them. */
    private static final Set<CaseEvent> HANDLED =
            EnumSet.of(CaseEvent.REFERRAL_SUBMITTED, CaseEvent.REFERRAL_ACKNOWLEDGED, CaseEvent.ASSESSMENT_INVITED);

    /** The pack's word for the version that a referral pins. */
    public Pinned pinned() {
        var reference = pack.reference();
        return new Pinned(reference.id().value(), reference.version(), reference.hash());
    }

    /**
     * The clocks that start when that happens. One that nothing here could stop would end in a breach whatever people
     * did, and teach them not to listen: it does not start.
     */
    List<Clock> clocksStartedBy(CaseEvent event, Sender referrer, Receiver recipient, Instant at) {
        return pathway.clocksStartedBy(event).stream()
                .filter(rule -> rule.stopsOn().stream().anyMatch(HANDLED::contains))
                .map(rule -> {
                    var owner = addressee(rule.owner(), referrer, recipient, null);
                    var calendar = pack.calendarOf(new AgencyId(owner.agency()), bankHolidays);
                    var deadline = rule.deadline(at, calendar);
                    return Clock.started(
                            rule.id().value(),
                            ids(rule.obligations()),
                            new Owner(owner.agency(), owner.role()),
                            at,
                            deadline.due(),
                            rule.warning(deadline),
                            deadline.calendarVersion(),
                            deadline.explanation());
                })
                .toList();
    }

    /** Who is meant by a party of the pack. */
    Addressee addressee(Party party, Sender referrer, Receiver recipient, @Nullable String actingAgency) {
        boolean referring = switch (party.side()) {
            case REFERRER, HOLDER -> true;
            case RECIPIENT, NEXT -> false;
            case OTHER -> recipient.agency().equals(actingAgency);
        };
        if (party.role() == PersonRole.REFERRING_PERSON) {
            return new Addressee(referrer.agency(), role(PersonRole.PRACTITIONER), referrer.person());
        }
        return new Addressee(referring ? referrer.agency() : recipient.agency(), role(party.role()), null);
    }

    /** The notice on arrival whose acknowledgement is the receipt of the referral. */
    public boolean isReceipt(String purpose) {
        return pathway.noticesOn(CaseEvent.REFERRAL_SUBMITTED).stream()
                .filter(notice -> notice.needsAcknowledgement()
                        && notice.to().stream().allMatch(to -> to.side() == Side.RECIPIENT))
                .anyMatch(notice -> notice.id().value().equals(purpose));
    }

    static List<String> ids(List<ObligationId> obligations) {
        return obligations.stream().map(ObligationId::value).toList();
    }

    static String role(PersonRole role) {
        return role.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
