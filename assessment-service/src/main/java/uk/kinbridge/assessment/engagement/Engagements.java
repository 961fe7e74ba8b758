package uk.kinbridge.assessment.engagement;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.assessment.news.News;
import uk.kinbridge.platform.aggregate.Change;

/** How all families take up what services offer. */
public interface Engagements {

    /** One family's, and the version that a change must name. */
    record Held(Engagement engagement, long version) {}

    /** How a save ends. */
    enum Saved {
        DONE,
        STALE,
        HANDLED_BEFORE
    }

    /** Adds what the first news of a family makes; false when it is there already. */
    boolean addOnce(Change<Engagement, News> change, Instant now, String messageId);

    Optional<Held> find(String family);

    Saved save(long version, Change<Engagement, News> change, Instant now);

    Saved saveOnce(long version, Change<Engagement, News> change, Instant now, String messageId);

    /** One page of the families that the agency works with and whose review is open, the one due first at the top. */
    List<Held> open(String agency, @Nullable Position after, int limit);

    /** A place in that list. */
    record Position(Instant dueAt, String family) {

        public static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

        public static Position of(Engagement engagement) {
            return new Position(
                    engagement.clocks().stream()
                            .filter(c -> c.isOpen())
                            .map(c -> c.dueAt())
                            .min(Instant::compareTo)
                            .orElse(NEVER),
                    engagement.id());
        }
    }
}
