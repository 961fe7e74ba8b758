package uk.kinbridge.assessment.lost;

import java.time.Instant;
import java.util.List;
import uk.kinbridge.assessment.kept.Actor;
import uk.kinbridge.assessment.news.News;

/** What others must hear of a search. */
public sealed interface SearchEvent {

    /** Somebody must be told, or something is overdue. */
    record Told(News news) implements SearchEvent {}

    /** A family cannot be found (SAL-21). */
    record Lost(String id, String reference, String agency, String family, Actor by, Instant at, List<String> obligations)
            implements SearchEvent {}

    /** It has been found again. */
    record Found(String id, String reference, String agency, String family, Actor by, Instant at)
            implements SearchEvent {}
}
