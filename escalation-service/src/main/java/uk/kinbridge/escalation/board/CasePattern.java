package uk.kinbridge.escalation.board;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The facts of one disagreement without anything that names it: no reference, no person, no words, no day.
 *
 * @param month when it was raised, such as {@code 2026-11}
 * @param level the highest that it reached
 * @param climbedByTime how often nobody settled it in time
 * @param vacantPosts how often a post was vacant on its way
 * @param silentAgencies agencies that let a level end without a word
 * @param daysOpen until it was resolved, or until now
 * @param hoursOnLevel how long it was on each level that it reached
 * @param undertakingsOverdue how often something that was agreed was not done in time
 * @param resolvedOn the level on which it was resolved; null while it is open
 */
public record CasePattern(
        String month,
        String raising,
        String answering,
        String about,
        List<String> clauses,
        boolean urgent,
        int level,
        int climbedByTime,
        int vacantPosts,
        List<String> silentAgencies,
        long daysOpen,
        Map<Integer, Long> hoursOnLevel,
        int undertakingsOverdue,
        @Nullable Integer resolvedOn) {

    public CasePattern {
        clauses = List.copyOf(clauses);
        hoursOnLevel = Map.copyOf(hoursOnLevel);
        silentAgencies = List.copyOf(silentAgencies);
    }
}
