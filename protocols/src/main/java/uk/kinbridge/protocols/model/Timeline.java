package uk.kinbridge.protocols.model;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.protocols.pack.AgencyId;
import uk.kinbridge.protocols.pack.CaseEvent;
import uk.kinbridge.protocols.pack.ClockId;
import uk.kinbridge.protocols.pack.ItemId;
import uk.kinbridge.protocols.pack.NoticeId;
import uk.kinbridge.protocols.pack.PackId;
import uk.kinbridge.protocols.pack.PathwayId;
import uk.kinbridge.protocols.pack.StateId;

/**
 * A worked example of a protocol over time, as its officers would tell it.
 *
 * @param pathway the pathway that is followed; the pack's own clocks beside the pathways when left out
 * @param referrer for whose opening hours its clocks count
 */
public record Timeline(
        String title, @Nullable PathwayId pathway, AgencyId referrer, AgencyId recipient, List<Step> steps) {

    /**
     * What happens at a moment (Europe/London), and what is then so. Times up to and including the moment have passed.
     *
     * @param event nothing but time when left out
     * @param starts the clocks that start, with when they are due
     * @param opens of a clock that starts, when its window opens
     * @param warned since the step before
     * @param breached since the step before
     * @param notices who is told at this event
     * @param missing what would be missing if only the given items were there
     */
    public record Step(
            LocalDateTime at,
            @Nullable CaseEvent event,
            @Nullable StateId state,
            Map<ClockId, LocalDateTime> starts,
            Map<ClockId, LocalDateTime> opens,
            List<ClockId> stops,
            List<ClockId> warned,
            List<ClockId> breached,
            List<NoticeId> notices,
            List<ItemId> given,
            List<ItemId> missing) {}

    /** The file's form: the timelines of one version of a pack. */
    public record Timelines(PackId pack, int version, List<Timeline> timelines) {}
}
