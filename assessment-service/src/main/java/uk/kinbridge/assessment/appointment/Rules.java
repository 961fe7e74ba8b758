package uk.kinbridge.assessment.appointment;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.assessment.kept.Pinned;
import uk.kinbridge.assessment.news.Addressee;
import uk.kinbridge.protocols.chasing.ChasePlan;
import uk.kinbridge.protocols.pack.AgencyId;
import uk.kinbridge.protocols.pack.AgencyRole;
import uk.kinbridge.protocols.pack.AppointmentRule;
import uk.kinbridge.protocols.pack.AppointmentRule.On;
import uk.kinbridge.protocols.pack.CaseEvent;
import uk.kinbridge.protocols.pack.Fact;
import uk.kinbridge.protocols.pack.Notice;
import uk.kinbridge.protocols.pack.ObligationId;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.pack.PathwayId;
import uk.kinbridge.protocols.time.BankHolidays;
import uk.kinbridge.protocols.time.Deadline;
import uk.kinbridge.protocols.time.Deadlines;
import uk.kinbridge.protocols.time.Within;
import uk.kinbridge.protocols.time.WorkingCalendar;

/** What the pinned protocol says about appointments. Pure. */
public record Rules(Pack pack, BankHolidays bankHolidays) {

    Pinned pinned() {
        return Pinned.to(pack);
    }

    /** Under which obligations agencies take a disagreement up; none where the pack names no ladder. */
    List<String> obligationsOfTheLadder() {
        return pack.obligationsOfTheLadder().stream().map(ObligationId::value).toList();
    }

    List<AppointmentRule> on(On what) {
        return pack.practice().appointments().stream()
                .filter(rule -> rule.on() == what)
                .toList();
    }

    /** What follows after so many missed in a row; after more than the protocol counts, what follows after the last. */
    Optional<AppointmentRule> missed(int inARow) {
        var counted = on(On.MISSED).stream()
                .filter(rule -> rule.number() != null)
                .sorted(Comparator.comparingInt(Rules::number))
                .toList();
        return counted.stream()
                .filter(rule -> number(rule) == inARow)
                .findFirst()
                .or(() -> counted.isEmpty() || number(counted.getLast()) > inARow
                        ? Optional.empty()
                        : Optional.of(counted.getLast()));
    }

    private static int number(AppointmentRule rule) {
        var number = rule.number();
        return number == null ? 0 : number;
    }

    /** Whether so many missed in a row have used up what is offered before both services decide together (HAC-06). */
    boolean offersUsedUp(int inARow) {
        return missed(inARow)
                .filter(rule -> rule.then().contains(AppointmentRule.Next.DISCUSS_JOINTLY))
                .isPresent();
    }

    Optional<AppointmentRule> regularlyMissed() {
        return on(On.REGULARLY_MISSED).stream().findFirst();
    }

    /** What the protocol tells beside its appointment rules when that happens. */
    List<Notice> notices(CaseEvent event, Set<Fact> facts) {
        return pack.notices().stream()
                .filter(notice -> notice.on() == event)
                .filter(notice -> {
                    var when = notice.when();
                    return when == null || when.holds(facts);
                })
                .toList();
    }

    /** What is done while nobody acknowledges that notice; null where nobody has to. */
    @Nullable
    ChasePlan<Addressee> chase(Notice notice, ChasePlan.People<Addressee> people, Instant at) {
        var acknowledge = notice.acknowledge();
        return acknowledge == null
                ? null
                : ChasePlan.of(
                        acknowledge,
                        people,
                        at,
                        pack.calendarOf(new AgencyId(people.recipient().agency()), bankHolidays));
    }

    /** When that is due for the agency, in its own working time where the protocol counts in that. */
    public Deadline deadline(Within within, Instant start, String agency) {
        return Deadlines.compute(within, start, calendarOf(agency));
    }

    /** The working time of an agency, with the newest bank holidays. */
    public WorkingCalendar calendarOf(String agency) {
        return pack.calendarOf(new AgencyId(agency), bankHolidays);
    }

    /** Whether the pathway of the referral has a clock of its own for the joint decision (HAC-06). */
    boolean referralKeepsTheTalk(LinkedReferral referral) {
        return pack.pathway(new PathwayId(referral.pathway()))
                .filter(p -> !p.clocksStartedBy(CaseEvent.OFFERS_USED_UP).isEmpty())
                .isPresent();
    }

    boolean isChildrensSocialCare(String agency) {
        return pack.agency(new AgencyId(agency))
                .filter(a -> a.role() == AgencyRole.CHILDRENS_SOCIAL_CARE)
                .isPresent();
    }

    /** Under which obligations appointments stand at all: those of their rules, else those that speak of telling. */
    public List<String> obligations() {
        var ruled = pack.practice().appointments().stream()
                .flatMap(rule -> rule.obligations().stream())
                .distinct()
                .toList();
        return ruled.isEmpty() ? List.of("JWP-14") : ids(ruled);
    }

    static List<String> ids(List<ObligationId> obligations) {
        return obligations.stream().map(ObligationId::value).toList();
    }
}
