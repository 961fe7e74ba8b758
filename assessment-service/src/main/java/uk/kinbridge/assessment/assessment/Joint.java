package uk.kinbridge.assessment.assessment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What makes an assessment a joint one: planned together, or the reason why it was too urgent and then full information
 * to the recovery coordinator (SAL-07); meetings and joint visits (HAC-21); both sign.
 */
public record Joint(
        @Nullable Said planned,
        @Nullable Said urgentBecause,
        @Nullable Said informed,
        List<Meeting> meetings,
        List<Signature> signatures) {

    static final Joint NONE = new Joint(null, null, null, List.of(), List.of());

    public Joint {
        meetings = List.copyOf(meetings);
        signatures = List.copyOf(signatures);
    }

    /** Something that a person recorded. */
    public record Said(String words, Actor by, Instant at) {}

    /** A meeting, or a visit that several services made together. */
    public record Meeting(Kind kind, Instant heldAt, String words, List<String> agencies, Actor by, Instant at) {

        public Meeting {
            agencies = List.copyOf(agencies);
        }

        /** What it was. */
        public enum Kind {
            MEETING,
            JOINT_VISIT
        }
    }

    /** A person stands for their agency's part. */
    public record Signature(Actor by, Instant at) {}

    /** Whether it may go on: planned together, or urgent with the recovery coordinator fully informed. */
    boolean isPrepared() {
        return planned != null || (urgentBecause != null && informed != null);
    }

    boolean isSignedFor(String agency) {
        return signatures.stream().anyMatch(s -> s.by().agency().equals(agency));
    }

    Joint planned(Said words) {
        return new Joint(words, urgentBecause, informed, meetings, signatures);
    }

    Joint urgent(Said because) {
        return new Joint(planned, because, informed, meetings, signatures);
    }

    Joint informed(Said words) {
        return new Joint(planned, urgentBecause, words, meetings, signatures);
    }

    Joint met(Meeting meeting) {
        var more = new ArrayList<>(meetings);
        more.add(meeting);
        return new Joint(planned, urgentBecause, informed, more, signatures);
    }

    Joint signed(Signature signature) {
        var more = new ArrayList<>(signatures);
        more.removeIf(s -> s.by().agency().equals(signature.by().agency()));
        more.add(signature);
        return new Joint(planned, urgentBecause, informed, meetings, more);
    }

    /** What was signed has changed since. */
    Joint unsigned() {
        return new Joint(planned, urgentBecause, informed, meetings, List.of());
    }
}
