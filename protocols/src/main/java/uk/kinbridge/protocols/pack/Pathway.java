package uk.kinbridge.protocols.pack;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** One way of a referral from one agency to another under the protocol. */
public record Pathway(
        PathwayId id,
        String title,
        AgencyRole from,
        Recipient to,
        Priority priority,
        List<Requirement> requires,
        List<Clock> clocks,
        List<Notice> notices,
        List<ObligationId> obligations) {

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

    /** What has to be there and is not; empty when the referral may go. */
    public List<Missing> missing(Collection<ItemId> provided) {
        return requires.stream()
                .filter(requirement -> !provided.contains(requirement.id()))
                .map(requirement -> new Missing(
                        requirement.id(), requirement.kind(), requirement.words(), requirement.obligations()))
                .toList();
    }
}
