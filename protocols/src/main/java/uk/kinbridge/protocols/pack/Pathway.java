package uk.kinbridge.protocols.pack;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One way of a referral from one agency to another under the protocol.
 *
 * @param from the kinds of agency that may refer on it
 * @param beginsWith what brings it into being; its submission when left out
 * @param states where it can stand, the first one first
 */
public record Pathway(
        PathwayId id,
        String title,
        List<AgencyRole> from,
        Recipient to,
        Priority priority,
        @Nullable CaseEvent beginsWith,
        @Nullable Capacity capacity,
        List<Requirement> requires,
        List<Clock> clocks,
        List<Notice> notices,
        List<PathwayState> states,
        List<ObligationId> obligations)
        implements Entry {

    public boolean mayComeFrom(AgencyRole role) {
        return from.contains(role);
    }

    public CaseEvent firstEvent() {
        return beginsWith == null ? CaseEvent.REFERRAL_SUBMITTED : beginsWith;
    }

    public List<Clock> clocksStartedBy(CaseEvent event) {
        return clocks.stream().filter(clock -> clock.startsOn() == event).toList();
    }

    public List<Clock> clocksStoppedBy(CaseEvent event) {
        return clocks.stream().filter(clock -> clock.stopsOn().contains(event)).toList();
    }

    public List<Notice> noticesOn(CaseEvent event) {
        return notices.stream().filter(notice -> notice.on() == event).toList();
    }

    public Optional<Clock> clock(ClockId id) {
        return clocks.stream().filter(clock -> clock.id().equals(id)).findFirst();
    }

    public Optional<PathwayState> state(StateId id) {
        return states.stream().filter(state -> state.id().equals(id)).findFirst();
    }

    /** What has to be there and is not; empty when the referral may go. */
    public List<Missing> missing(Collection<ItemId> provided) {
        return requires.stream()
                .filter(requirement -> !provided.contains(requirement.id()))
                .map(Missing::of)
                .toList();
    }

    /** What has to come before anything else is accepted, such as the call of SAL-04, and is not there. */
    public List<Missing> missingFirst(Collection<ItemId> provided) {
        return requires.stream()
                .filter(requirement -> requirement.first() && !provided.contains(requirement.id()))
                .map(Missing::of)
                .toList();
    }

    /** All that can move a referral on this pathway. */
    public Set<CaseEvent> happening() {
        Set<CaseEvent> events = EnumSet.of(firstEvent());
        states.forEach(state -> events.addAll(state.on().keySet()));
        return events;
    }

    /** All that somebody can be told of on this pathway: what moves a referral, and what is said about it at any time. */
    public Set<CaseEvent> told() {
        Set<CaseEvent> events = happening();
        events.addAll(MustHear.AT_ANY_TIME);
        return events;
    }

    /** Whether that side hears of it on this pathway in every case. */
    public boolean tells(Side side, CaseEvent event) {
        return noticesOn(event).stream().anyMatch(notice -> notice.alwaysTells(side));
    }

    Pathway with(List<Clock> moreClocks, List<Notice> moreNotices) {
        return new Pathway(
                id,
                title,
                from,
                to,
                priority,
                beginsWith,
                capacity,
                requires,
                moreClocks,
                moreNotices,
                states,
                obligations);
    }
}
