package uk.kinbridge.assessment.appointment;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.assessment.kept.Actor;
import uk.kinbridge.assessment.news.Addressee;

/**
 * What the protocol asks for after an appointment, with a clock of the same name.
 *
 * @param offer the number of the appointment that it follows from
 * @param words in the protocol's words
 * @param told who was told of it, where telling is what it asks for
 * @param ending null while it is owed
 */
public record Duty(
        String id,
        Kind kind,
        int offer,
        String words,
        List<String> obligations,
        List<Addressee> told,
        @Nullable Ending ending) {

    public Duty {
        obligations = List.copyOf(obligations);
        told = List.copyOf(told);
    }

    /** What is asked for. */
    public enum Kind {
        /** Say what became of the appointment. */
        RECORD_OUTCOME,
        /** Those whom the protocol names know of it, and a person has said so (HAC-05). */
        TELL,
        /** Another appointment has a time (HAC-06). */
        OFFER_ANOTHER,
        /** A home visit, possibly joint, is offered (SAL-20). */
        OFFER_HOME_VISIT,
        /** Both services have decided together how to go on (HAC-06). */
        DISCUSS_JOINTLY;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** How a duty ends. */
    public enum How {
        DONE,
        /** Deliberately not done, for a reason that the record keeps. */
        NOT_DONE,
        /** What it followed from was corrected. */
        TAKEN_BACK
    }

    /** That it ended, and how. */
    public record Ending(How how, @Nullable Actor by, Instant at, String words) {}

    public boolean isOwed() {
        return ending == null;
    }

    Duty ended(Ending how) {
        return new Duty(id, kind, offer, words, obligations, told, how);
    }
}
