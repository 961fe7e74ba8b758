package uk.kinbridge.referral.referral;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.platform.clock.Clock;
import uk.kinbridge.platform.clock.Owner;
import uk.kinbridge.protocols.pack.AgencyId;
import uk.kinbridge.protocols.pack.CaseEvent;
import uk.kinbridge.protocols.pack.ClockId;
import uk.kinbridge.protocols.pack.Fact;
import uk.kinbridge.protocols.pack.Notice;
import uk.kinbridge.protocols.pack.ObligationId;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.pack.Party;
import uk.kinbridge.protocols.pack.Pathway;
import uk.kinbridge.protocols.pack.PathwayState;
import uk.kinbridge.protocols.pack.PersonRole;
import uk.kinbridge.protocols.pack.Priority;
import uk.kinbridge.protocols.pack.Requirement;
import uk.kinbridge.protocols.pack.Route;
import uk.kinbridge.protocols.pack.Routing;
import uk.kinbridge.protocols.pack.Side;
import uk.kinbridge.protocols.pack.StateId;
import uk.kinbridge.protocols.published.RunningClock;
import uk.kinbridge.protocols.time.BankHolidays;
import uk.kinbridge.protocols.time.Deadlines;
import uk.kinbridge.protocols.time.WorkingCalendar;
import uk.kinbridge.referral.referral.ReferralEvent.Addressee;

/** What the pinned protocol says about one referral: its pathway, in terms of the agencies at hand. Pure. */
public record Rules(Pack pack, Pathway pathway, BankHolidays bankHolidays) {

    /** What can happen to a referral here, by what people do with it or by what assessment-service tells. */
    private static final Set<CaseEvent> HANDLED = EnumSet.of(
            CaseEvent.REFERRAL_SUBMITTED,
            CaseEvent.REFERRAL_ACKNOWLEDGED,
            CaseEvent.REFERRAL_DECIDED,
            CaseEvent.REFERRAL_NOT_TAKEN_FURTHER,
            CaseEvent.REFERRAL_REDIRECTED,
            CaseEvent.REDIRECTION_ACCEPTED,
            CaseEvent.REDIRECTION_DECLINED,
            CaseEvent.REFERRAL_WAITLISTED,
            CaseEvent.PLACE_OFFERED,
            CaseEvent.ADVICE_GIVEN,
            CaseEvent.ASSESSMENT_INVITED,
            CaseEvent.ASSESSMENT_COMPLETED,
            CaseEvent.ASSESSMENT_OUTCOME_SHARED,
            CaseEvent.JOINT_PLAN_AGREED,
            CaseEvent.OUTSIDE_TOLD,
            CaseEvent.APPOINTMENT_MISSED,
            CaseEvent.OFFERS_USED_UP,
            CaseEvent.NEXT_STEPS_AGREED,
            CaseEvent.ATTENDANCE_FAILING,
            CaseEvent.LOST_TO_CONTACT,
            CaseEvent.FAMILY_FOUND);

    /** The pack's word for the version that a referral pins. */
    public Pinned pinned() {
        var reference = pack.reference();
        return new Pinned(reference.id().value(), reference.version(), reference.hash());
    }

    /** Where that leads from there; empty where it cannot happen. */
    public Optional<StateId> next(String state, CaseEvent event) {
        return pathway.state(new StateId(state)).map(here -> here.on().get(event));
    }

    /** What can happen there. */
    public Set<CaseEvent> possible(String state) {
        return pathway.state(new StateId(state)).map(here -> here.on().keySet()).orElse(Set.of());
    }

    /** What the pathway says of that state, such as whom it waits for. */
    public String words(String state) {
        return pathway.state(new StateId(state)).map(PathwayState::words).orElse(state);
    }

    /** Whether nothing on this pathway moves by it, so that its story alone tells of it. */
    boolean isOnlyTold(CaseEvent event) {
        return pathway.states().stream().noneMatch(state -> state.on().containsKey(event));
    }

    /** Whether nothing more happens there. */
    boolean hasEnded(String state) {
        return possible(state).isEmpty();
    }

    String notNow(String state, CaseEvent event) {
        return "The referral stands at: " + words(state) + ". There '" + event.word() + "' cannot happen.";
    }

    /**
     * The ways that alone are open in that situation, where this pathway would fit were it not for them (JWP-11,
     * SAL-15); empty when nothing speaks against this one.
     */
    List<Route> onlyOtherWays(List<String> situation) {
        var routing = Routing.of(pack, Situation.facts(situation));
        boolean closed = routing.closed().stream().anyMatch(this::leadsHere);
        boolean open = routing.open().stream().anyMatch(this::leadsHere);
        return closed && !open ? routing.open() : List.of();
    }

    /**
     * How the referral ranks: a safeguarding issue raises it by one where the pathway asks after one (JWP-09).
     *
     * @param situation what is so in the case
     */
    Priority priority(List<String> situation) {
        boolean raised = Situation.facts(situation).contains(Fact.SAFEGUARDING_ISSUE)
                && askedAfterSafeguarding().isPresent();
        return raised && pathway.priority() == Priority.ROUTINE
                ? Priority.PRIORITY
                : raised ? Priority.URGENT : pathway.priority();
    }

    /** Why a safeguarding issue raises the rank here; empty where the pathway does not ask after one. */
    List<String> obligationsOfRank() {
        return askedAfterSafeguarding().map(asked -> ids(asked.obligations())).orElse(List.of());
    }

    private Optional<Requirement> askedAfterSafeguarding() {
        return pathway.requires().stream()
                .filter(asked -> asked.id().value().equals(Fact.SAFEGUARDING_ISSUE.word()))
                .findFirst();
    }

    /** The ways that must be taken in that situation, whatever else is done, and to which this pathway is none. */
    public List<Route> waysToBeTaken(List<String> situation) {
        return Routing.of(pack, Situation.facts(situation)).open().stream()
                .filter(route -> route.onlyWay() && !leadsHere(route))
                .toList();
    }

    private boolean leadsHere(Route route) {
        return route.take().stream()
                .anyMatch(take -> take instanceof Route.Take.Refer refer
                        && refer.pathway().equals(pathway.id()));
    }

    /** What that clock asks for, in the words of the pack. */
    String wordsOf(Clock clock) {
        return pathway.clock(new ClockId(clock.kind()))
                .map(rule -> rule.words())
                .orElseGet(clock::kind);
    }

    /** Under which obligations agencies take a disagreement up; those of the pathway where the pack names no ladder. */
    List<String> obligationsOfTheLadder() {
        var ofLadder = pack.obligationsOfTheLadder();
        return ids(ofLadder.isEmpty() ? pathway.obligations() : ofLadder);
    }

    /** When a programme that begins now ends for a family; null when its places have no end. */
    @Nullable
    Instant endOfProgramme(Referral referral, Instant now) {
        var capacity = pathway.capacity();
        if (capacity == null) {
            return null;
        }
        return Deadlines.compute(
                        capacity.lasts(), now, calendarOf(referral.recipient().agency()))
                .due();
    }

    /** The notices by which the receiving agency hears that it has come, and which a person must acknowledge. */
    List<Notice> noticesOfReceipt() {
        return pathway.noticesOn(CaseEvent.REFERRAL_SUBMITTED).stream()
                .filter(notice -> notice.needsAcknowledgement()
                        && notice.to().stream().allMatch(to -> to.side() == Side.RECIPIENT))
                .toList();
    }

    /** Whether nobody needs to acknowledge its arrival any more once that has happened. */
    boolean settlesReceipt(CaseEvent event) {
        return event == CaseEvent.REFERRAL_ACKNOWLEDGED || event == CaseEvent.REFERRAL_WITHDRAWN;
    }

    /**
     * The clocks that start when that happens. One that nothing here could stop would end in a breach whatever people
     * did, and teach them not to listen: it does not start.
     */
    List<Clock> clocksStartedBy(CaseEvent event, Referral referral, Instant at) {
        return pathway.clocksStartedBy(event).stream()
                .filter(rule -> rule.stopsOn().stream().anyMatch(HANDLED::contains))
                .map(rule -> {
                    var owner = addressee(rule.owner(), referral, null);
                    return RunningClock.started(
                            rule.id().value(),
                            ids(rule.obligations()),
                            new Owner(owner.agency(), owner.role()),
                            rule.deadline(at, calendarOf(owner.agency())),
                            rule.warnBefore());
                })
                .toList();
    }

    /** The working time of an agency, with the newest bank holidays. */
    WorkingCalendar calendarOf(String agency) {
        return pack.calendarOf(new AgencyId(agency), bankHolidays);
    }

    /** The clock with which the referral waits where it stands; empty where it has ended. */
    Optional<Clock> waitingWith(Referral referral) {
        return pathway.state(new StateId(referral.state()))
                .map(PathwayState::clock)
                .flatMap(id -> referral.clocks().stream()
                        .filter(clock -> clock.isOpen() && clock.kind().equals(id.value()))
                        .findFirst());
    }

    /** Who is meant by a party of the pack. A part that a person plays in the case goes to whoever plays it. */
    Addressee addressee(Party party, Referral referral, @Nullable String actingAgency) {
        return addressee(party, referral, actingAgency, referral.standing().redirectedTo());
    }

    /**
     * The same where the agency that was asked to take the referral may have ceased to be a party by what happened.
     *
     * @param next who was asked; null where nobody was
     */
    Addressee addressee(Party party, Referral referral, @Nullable String actingAgency, @Nullable Receiver next) {
        return switch (party.side()) {
            case REFERRER, HOLDER -> ofReferrer(party.role(), referral);
            case RECIPIENT -> ofRecipient(party.role(), referral);
            case NEXT ->
                next == null
                        ? ofRecipient(party.role(), referral)
                        : new Addressee(
                                next.agency(), party.role().ofTheCase() ? next.role() : role(party.role()), null);
            case OTHER ->
                referral.recipient().agency().equals(actingAgency)
                        ? ofReferrer(party.role(), referral)
                        : ofRecipient(party.role(), referral);
        };
    }

    private static Addressee ofReferrer(PersonRole role, Referral referral) {
        var referrer = referral.referrer();
        return role.ofTheCase()
                ? new Addressee(referrer.agency(), role(PersonRole.PRACTITIONER), referrer.person())
                : new Addressee(referrer.agency(), role(role), null);
    }

    private static Addressee ofRecipient(PersonRole role, Referral referral) {
        var recipient = referral.recipient();
        var worker = referral.standing().worker();
        if (worker != null && (role.ofTheCase() || role == PersonRole.PRACTITIONER)) {
            return new Addressee(recipient.agency(), role(PersonRole.PRACTITIONER), worker.person());
        }
        return new Addressee(recipient.agency(), role.ofTheCase() ? recipient.role() : role(role), null);
    }

    /** The notice on arrival whose acknowledgement is the receipt of the referral. */
    public boolean isReceipt(String purpose) {
        return noticesOfReceipt().stream()
                .anyMatch(notice -> notice.id().value().equals(purpose));
    }

    static List<String> ids(List<ObligationId> obligations) {
        return obligations.stream().map(ObligationId::value).toList();
    }

    static String role(PersonRole role) {
        return role.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
