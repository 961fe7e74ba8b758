package uk.kinbridge.escalation.disagreement;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
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

    private static final Pattern ADDRESS =
            Pattern.compile("/api/[a-z-]+/(?<record>[A-Za-z0-9-]{1,100})(?:/[A-Za-z0-9-]{1,100})*");

    /**
     * The reference for notices and events. What is no reference of the suite people have typed themselves, and it may
     * hold a name: then only the kind is said.
     */
    public String plainReference() {
        return HumanReference.read(reference).isPresent() ? reference : "(kept elsewhere)";
    }

    /** Where the record is read; empty when it is kept outside, or cannot be told from its kind. */
    Optional<String> address() {
        if (link != null) {
            return Optional.of(link);
        }
        return Optional.ofNullable(id).flatMap(known -> switch (kind) {
            case REFERRAL, DECISION -> Optional.of("/api/referrals/" + known);
            case ASSESSMENT -> Optional.of("/api/assessments/" + known);
            case PLAN, SILENCE -> Optional.empty();
        });
    }

    /** What is overdue between agencies has its own step to a disagreement, which holds it open (JWP-14). */
    boolean isOverdueObligation() {
        return link != null && link.startsWith("/api/overdue-obligations/");
    }

    /** Whether id and link speak of the same record: what is checked must be what is held open. */
    boolean agreesWithItsLink() {
        if (link == null || id == null) {
            return true;
        }
        var record = ADDRESS.matcher(link);
        return record.matches() && (id.equals(record.group("record")) || link.endsWith("/" + id));
    }

    /** With the id that its link names, so that what is held open is found by it. */
    Subject identified() {
        if (link == null || id != null) {
            return this;
        }
        var record = ADDRESS.matcher(link);
        return record.matches() ? new Subject(kind, record.group("record"), reference, link) : this;
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
