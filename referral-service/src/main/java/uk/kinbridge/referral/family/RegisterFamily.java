package uk.kinbridge.referral.family;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.referral.family.Families.Held;

/** Registers a family, as much of it as is known. */
public class RegisterFamily {

    /** How a registration ends. */
    public sealed interface Outcome {
        /** The record exists. */
        record Registered(Held held) implements Outcome {}

        /** Nothing was saved; each reason is a sentence, with its field. */
        record Refused(List<Reason> reasons) implements Outcome {}
    }

    private final Families families;
    private final Supplier<String> ids;
    private final Supplier<String> references;

    public RegisterFamily(Families families, Supplier<String> ids, Supplier<String> references) {
        this.families = families;
        this.ids = ids;
        this.references = references;
    }

    /**
     * Registers. Refused when nobody is named, when the question about children is not answered (JWP-01, HAC-08), or
     * when the answer contradicts itself.
     *
     * @param id of the new record; the same when the request is repeated, which then changes nothing
     */
    public Outcome register(String id, Registration registration, Caller by, Instant now) {
        return register(id, registration, ids, by, now);
    }

    /**
     * The same where the ids of the members follow from how another system calls them, so that it can speak of them
     * again.
     *
     * @param members an id for each member, in their order
     */
    public Outcome register(String id, Registration registration, List<String> members, Caller by, Instant now) {
        return register(id, registration, members.iterator()::next, by, now);
    }

    private Outcome register(String id, Registration registration, Supplier<String> members, Caller by, Instant now) {
        var before = families.find(id);
        if (before.isPresent()) {
            return new Outcome.Registered(before.get());
        }
        var faults = registration.faults(now);
        if (!faults.isEmpty()) {
            return new Outcome.Refused(List.copyOf(faults));
        }
        return new Outcome.Registered(
                families.add(registration.family(id, references.get(), Author.of(by), now, members), now));
    }
}
