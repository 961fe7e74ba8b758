package uk.kinbridge.protocols.sharing;

import java.util.List;
import java.util.Set;
import uk.kinbridge.protocols.pack.ObligationId;
import uk.kinbridge.protocols.pack.Recorded;
import uk.kinbridge.protocols.pack.SharingRule.Objection;

/** How a question about sharing ends. Whatever it is, it has grounds, cites its obligations and is recorded. */
public sealed interface SharingDecision {

    Grounds grounds();

    /** It must be shared, whatever anybody has said against it. */
    record ShareRequired(Grounds grounds) implements SharingDecision {}

    /** Those whose information it is agree. */
    record ShareWithConsent(Grounds grounds) implements SharingDecision {}

    /** It may be shared though nobody has consented, for the reason given. */
    record ShareWithoutConsent(String why, Grounds grounds) implements SharingDecision {}

    /** These people have to be asked, or decided for, before anything goes. */
    record AskFirst(List<String> whom, Grounds grounds) implements SharingDecision {}

    /** It stays where it is. */
    record DoNotShare(String why, Grounds grounds) implements SharingDecision {}

    /** Whether something goes now. */
    default boolean shares() {
        return this instanceof ShareRequired || this instanceof ShareWithConsent || this instanceof ShareWithoutConsent;
    }

    /** The name of the outcome, for records and interfaces. */
    default Kind kind() {
        return switch (this) {
            case ShareRequired _ -> Kind.SHARE_REQUIRED;
            case ShareWithConsent _ -> Kind.SHARE_WITH_CONSENT;
            case ShareWithoutConsent _ -> Kind.SHARE_WITHOUT_CONSENT;
            case AskFirst _ -> Kind.ASK_FIRST;
            case DoNotShare _ -> Kind.DO_NOT_SHARE;
        };
    }

    /** The outcomes by name. */
    enum Kind {
        SHARE_REQUIRED,
        SHARE_WITH_CONSENT,
        SHARE_WITHOUT_CONSENT,
        ASK_FIRST,
        DO_NOT_SHARE
    }

    /**
     * Why, what goes, and what has to be on record.
     *
     * @param lets what of whom goes; empty when nothing does
     * @param heldBack what is held back though somebody might expect it, and why
     * @param overruled what was said against sharing and does not count here
     * @param record what has to be recorded with this decision
     * @param words the explanation, sentence by sentence
     */
    record Grounds(
            List<Lets> lets,
            List<HeldBack> heldBack,
            Set<Objection> overruled,
            List<Recorded> record,
            List<ObligationId> obligations,
            List<String> words) {

        public Grounds {
            lets = List.copyOf(lets);
            heldBack = List.copyOf(heldBack);
            overruled = Set.copyOf(overruled);
            record = List.copyOf(record);
            obligations = List.copyOf(obligations);
            words = List.copyOf(words);
        }

        /** What of that person goes. */
        public Set<FieldGroup> of(String personId) {
            return lets.stream()
                    .filter(one -> one.person().equals(personId))
                    .findFirst()
                    .map(Lets::fields)
                    .orElse(Set.of());
        }
    }

    /** Of this person, these fields. */
    record Lets(String person, Set<FieldGroup> fields) {
        public Lets {
            fields = Set.copyOf(fields);
        }
    }

    /** Of this person, not these fields. */
    record HeldBack(String person, Set<FieldGroup> fields, String why) {
        public HeldBack {
            fields = Set.copyOf(fields);
        }
    }
}
