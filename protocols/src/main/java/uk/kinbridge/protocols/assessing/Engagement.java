package uk.kinbridge.protocols.assessing;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.kinbridge.protocols.pack.EngagementPattern;
import uk.kinbridge.protocols.pack.EngagementPattern.Seen;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.time.WorkingCalendar;
import uk.kinbridge.protocols.time.Within;

/** Sees patterns in how a family takes part, across its members and across services (FAP-12). */
public final class Engagement {

    private Engagement() {}

    /**
     * What happened once.
     *
     * @param person the id of the member of the family
     * @param service the agency whose appointment, visit or stay it was
     */
    public record Happening(Seen seen, Instant at, String person, String service) {}

    /**
     * A pattern, with what shows it.
     *
     * @param reason in words, with the figures of the rule
     */
    public record Found(EngagementPattern pattern, List<Happening> shownBy, String reason) {}

    /** Every pattern of the protocol that what happened up to now amounts to. */
    public static List<Found> patterns(Pack pack, List<Happening> happenings, Instant now) {
        return pack.assessing().engagement().stream()
                .flatMap(pattern -> find(pattern, happenings, now).stream())
                .toList();
    }

    private static Optional<Found> find(EngagementPattern pattern, List<Happening> happenings, Instant now) {
        Instant since = before(now, pattern.within());
        List<Happening> looked = happenings.stream()
                .filter(happening -> !happening.at().isBefore(since) && !happening.at().isAfter(now))
                .sorted(Comparator.comparing(Happening::at))
                .toList();
        List<Happening> counted = (pattern.inARow() ? lastRow(looked) : looked.stream())
                .filter(happening -> pattern.counts().contains(happening.seen()))
                .toList();
        long services = counted.stream().map(Happening::service).distinct().count();
        if (counted.size() < pattern.atLeast() || services < pattern.services()) {
            return Optional.empty();
        }
        String where = services == 1 ? "in one service" : "in %d services".formatted(services);
        return Optional.of(new Found(
                pattern,
                counted,
                "%s: %d times within %s, %s; the rule says %d."
                        .formatted(pattern.words(), counted.size(), pattern.within(), where, pattern.atLeast())));
    }

    /** What has happened since somebody of the family last came. */
    private static Stream<Happening> lastRow(List<Happening> looked) {
        int from = 0;
        for (int i = 0; i < looked.size(); i++) {
            if (looked.get(i).seen() == Seen.ATTENDED || looked.get(i).seen() == Seen.LATE) {
                from = i + 1;
            }
        }
        return looked.subList(from, looked.size()).stream();
    }

    private static Instant before(Instant now, Within within) {
        ZonedDateTime here = now.atZone(WorkingCalendar.LONDON);
        return switch (within) {
            case Within.CalendarMonths(int months) -> here.minusMonths(months).toInstant();
            case Within.CalendarDays(int days) -> here.minusDays(days).toInstant();
            default -> now.minus(Intervals.roughly(within));
        };
    }
}
