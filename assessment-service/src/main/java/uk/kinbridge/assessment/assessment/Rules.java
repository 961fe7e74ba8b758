package uk.kinbridge.assessment.assessment;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import uk.kinbridge.assessment.assessment.AssessmentEvent.Addressee;
import uk.kinbridge.platform.clock.Clock;
import uk.kinbridge.platform.clock.Owner;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.security.Role;
import uk.kinbridge.protocols.assessing.Intervals;
import uk.kinbridge.protocols.assessing.Interview;
import uk.kinbridge.protocols.assessing.RiskPicture;
import uk.kinbridge.protocols.chasing.ChasePlan;
import uk.kinbridge.protocols.pack.Acknowledgement;
import uk.kinbridge.protocols.pack.Agency;
import uk.kinbridge.protocols.pack.AgencyId;
import uk.kinbridge.protocols.pack.AgencyRole;
import uk.kinbridge.protocols.pack.CaseEvent;
import uk.kinbridge.protocols.pack.Fact;
import uk.kinbridge.protocols.pack.Form;
import uk.kinbridge.protocols.pack.FormSection;
import uk.kinbridge.protocols.pack.Notice;
import uk.kinbridge.protocols.pack.ObligationId;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.pack.PersonRole;
import uk.kinbridge.protocols.pack.Side;
import uk.kinbridge.protocols.published.RunningClock;
import uk.kinbridge.protocols.time.BankHolidays;
import uk.kinbridge.protocols.time.Deadlines;
import uk.kinbridge.protocols.time.Within;
import uk.kinbridge.protocols.time.WorkingCalendar;

/** What the pinned protocol says about one assessment, on its pinned form. Pure. */
public record Rules(Pack pack, Form form, BankHolidays bankHolidays) {

    /** The pack's word for the version that an assessment pins. */
    public Pinned pinned() {
        var reference = pack.reference();
        return new Pinned(
                reference.id().value(),
                reference.version(),
                reference.hash(),
                form.reference().toString());
    }

    /** The form with the answers so far: which questions are asked, and what follows. */
    public Interview interview(Assessment a) {
        return Interview.of(form, a.answers(), a.family().situation());
    }

    /** What the area's model proposes, with its reasons (HAC-12). */
    public Optional<RiskPicture> picture(Assessment a) {
        return RiskPicture.of(pack, interview(a));
    }

    /** Under which obligations agencies take a disagreement up; none where the pack names no ladder. */
    List<String> obligationsOfTheLadder() {
        return pack.obligationsOfTheLadder().stream().map(ObligationId::value).toList();
    }

    Optional<Agency> agency(String id) {
        return pack.agency(new AgencyId(id));
    }

    /** The agency's name, or its id where this protocol does not know it. */
    public String nameOf(String agency) {
        return agency(agency).map(Agency::name).orElse(agency);
    }

    /** Whether the caller may write in that section: its fillers, and the agency that owns it. */
    public boolean mayFill(FormSection section, Assessment a, Caller caller) {
        AgencyRole role = agency(caller.agency()).map(Agency::role).orElse(null);
        Side side = a.holder().agency().equals(caller.agency()) ? Side.HOLDER : Side.OTHER;
        boolean owned = a.part(section.id().value())
                .map(part -> part.agency().equals(caller.agency()))
                .orElse(true);
        return owned && rolesOf(caller).anyMatch(person -> section.mayBeFilledBy(role, side, person));
    }

    /** Whether the caller's agency has a part in the form at all. */
    boolean hasPartFor(Assessment a, Caller caller) {
        return form.sections().stream().anyMatch(section -> mayFill(section, a, caller));
    }

    /** Who works on the case plays the parts that the protocol names: key worker, recovery coordinator and so on. */
    private static Stream<PersonRole> rolesOf(Caller caller) {
        return Stream.of(PersonRole.values())
                .filter(role -> role.ofTheCase()
                        ? caller.hasRole(Role.PRACTITIONER)
                        : Role.named(role.word()).map(caller::hasRole).orElse(false));
    }

    /** A clock of ours that starts now. */
    Clock clock(String kind, List<String> obligations, Owner owner, Within within, Instant now) {
        var deadline = Deadlines.compute(within, now, calendarOf(owner.agency()));
        return RunningClock.started(kind, obligations, owner, deadline, warning(within));
    }

    private static Within warning(Within within) {
        return switch (within) {
            case Within.CalendarMonths _ -> Within.workingDays(10);
            case Within.WorkingDays _, Within.CalendarDays _ -> Within.workingDays(1);
            case Within.SameWorkingDay _, Within.WorkingHours _ -> Within.workingHours(1);
            case Within.Elapsed(var time) -> new Within.Elapsed(time.dividedBy(2));
        };
    }

    /** The pack's clocks of an assessment's reviews that start when that happens. */
    List<uk.kinbridge.protocols.pack.Clock> reviewClocks(CaseEvent event) {
        return pack.clocks().stream()
                .filter(clock -> clock.startsOn() == event)
                .filter(clock -> clock.stopsOn().contains(CaseEvent.ASSESSMENT_REVIEWED))
                .toList();
    }

    /** The shorter one counts: what the risk asks for, or what the protocol asks of every assessment. */
    static Within shortest(Within first, Stream<Within> others) {
        return Stream.concat(Stream.of(first), others)
                .min(Comparator.comparing(Intervals::roughly))
                .orElse(first);
    }

    /** Whom the pack has told when that happens, in that situation. */
    List<Notice> notices(CaseEvent event, Set<Fact> facts) {
        return pack.notices().stream()
                .filter(notice -> notice.on() == event)
                .filter(notice -> notice.when() == null || notice.when().holds(facts))
                .toList();
    }

    /** What is done while nobody acknowledges what was sent by that rule (HAC-17). */
    ChasePlan<Addressee> chase(Acknowledgement rule, ChasePlan.People<Addressee> people, Instant at) {
        return ChasePlan.of(rule, people, at, calendarOf(people.recipient().agency()));
    }

    Instant by(Within within, String agency, Instant at) {
        return Deadlines.compute(within, at, calendarOf(agency)).due();
    }

    /** The working time of an agency, with the newest bank holidays. */
    WorkingCalendar calendarOf(String agency) {
        return pack.calendarOf(new AgencyId(agency), bankHolidays);
    }

    static List<String> ids(List<ObligationId> obligations) {
        return obligations.stream().map(ObligationId::value).toList();
    }
}
