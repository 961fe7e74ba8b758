package uk.kinbridge.escalation.disagreement;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.platform.reference.HumanReference;

/**
 * What the disagreement is about; the record itself lives elsewhere, or on paper.
 *
 * @param id of the record in the suite; null when it is kept outside
 * @param reference how people name it
 * @param link where it is read, at the gateway
 */
public record Subject(
        Kind kind,
        @Nullable String id,
        String reference,
        @Nullable String link) {

    /**
     * The reference for notices and events. What is no reference of the suite people have typed themselves, and it may
     * hold a name: then only the kind is said.
     */
    public String plainReference() {
        return HumanReference.read(reference).isPresent() ? reference : "(kept elsewhere)";
    }

    /** What people disagree about. A silence is an obligation that is overdue. */
    public enum Kind {
        REFERRAL,
        DECISION,
        ASSESSMENT,
        PLAN,
        SILENCE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
