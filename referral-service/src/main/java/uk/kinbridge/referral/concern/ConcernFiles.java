package uk.kinbridge.referral.concern;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.kinbridge.platform.aggregate.Change;

/** The concerns about all families. */
public interface ConcernFiles {

    /** Concerns about one family and the version that a change must name; version 0 before the first. */
    record Held(ConcernsOfFamily concerns, long version) {}

    /**
     * All that is known of the concerns about a family over its merges.
     *
     * @param concerns of the record that is kept, with those that count from others
     * @param absorbed of records that have become part of it, whose earlier pictures stand with them
     * @param version it changes whenever any of them does
     */
    record Whole(ConcernsOfFamily concerns, List<ConcernsOfFamily> absorbed, long version) {

        public Whole {
            absorbed = List.copyOf(absorbed);
        }

        /** Each with those among whose clocks its pictures' are. */
        public List<ConcernsOfFamily> files() {
            return Stream.concat(Stream.of(concerns), absorbed.stream()).toList();
        }

        /** Pictures in which that concern counts: its contributor sees them. */
        public List<Picture> countedIn(Concern concern) {
            return files().stream()
                    .flatMap(file -> file.countedIn(concern).stream())
                    .toList();
        }
    }

    Optional<Held> find(String familyId);

    /** Saves a change to the version that it was decided on; false when somebody else was first. */
    boolean save(long version, Change<ConcernsOfFamily, ConcernEvent> change, Instant now);
}
