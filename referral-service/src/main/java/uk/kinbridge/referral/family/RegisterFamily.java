package uk.kinbridge.referral.family;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.platform.security.Caller;

/** Registers a family, as much of it as is known. */
public class RegisterFamily {

    /** A person as they were told to us. */
    public record Told(
            Person.Kind kind,
            String givenName,
            String familyName,
            java.time.@Nullable LocalDate bornOn,
            java.time.@Nullable LocalDate expectedOn) {}

    /** What is known of the family. */
    public record Registration(
            List<Told> members,
            boolean noChildren,
            @Nullable String address) {}

    /** How a registration ends. */
    public sealed interface Outcome {
        /** The record exists. */
        record Registered(Family family) implements Outcome {}

        /** Nothing was saved; each reason is a sentence, with its field. */
        record Refused(List<Reason> reasons) implements Outcome {}
    }

    /** Why a registration is refused. */
    public record Reason(String field, String why, @Nullable String obligation) {}

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
        var before = families.find(id);
        if (before.isPresent()) {
            return new Outcome.Registered(before.get());
        }
        var reasons = new ArrayList<Reason>();
        var children = registration.members().stream()
                .filter(m -> m.kind() != Person.Kind.ADULT)
                .count();
        if (registration.members().isEmpty()) {
            reasons.add(new Reason("members", "Name at least one member of the family.", null));
        }
        if (children == 0 && !registration.noChildren()) {
            reasons.add(new Reason(
                    "noChildren",
                    "Which children does this adult care for or have contact with? Name them, or state that there are"
                            + " none.",
                    "HAC-08"));
        }
        if (children > 0 && registration.noChildren()) {
            reasons.add(new Reason(
                    "noChildren",
                    "Children are named, and it is stated that there are none. Which is right?",
                    "HAC-08"));
        }
        reasons.addAll(dates(registration.members(), now));
        if (!reasons.isEmpty()) {
            return new Outcome.Refused(List.copyOf(reasons));
        }
        var family = new Family(
                id,
                references.get(),
                by.agency(),
                by.subject(),
                now,
                registration.members().stream().map(this::person).toList(),
                children > 0 ? Family.Children.NAMED : Family.Children.NONE,
                registration.address());
        families.add(family);
        return new Outcome.Registered(family);
    }

    private static List<Reason> dates(List<Told> members, Instant now) {
        var today = now.atZone(java.time.ZoneId.of("Europe/London")).toLocalDate();
        var reasons = new ArrayList<Reason>();
        for (int i = 0; i < members.size(); i++) {
            var member = members.get(i);
            if (member.bornOn() != null && member.bornOn().isAfter(today)) {
                reasons.add(new Reason("members[" + i + "].bornOn", "A date of birth cannot lie in the future.", null));
            }
            if (member.kind() == Person.Kind.UNBORN && member.bornOn() != null) {
                reasons.add(new Reason(
                        "members[" + i + "].bornOn",
                        "An unborn child has an expected date, not a date of birth.",
                        null));
            }
            if (member.kind() != Person.Kind.UNBORN && member.expectedOn() != null) {
                reasons.add(new Reason(
                        "members[" + i + "].expectedOn", "Only an unborn child has an expected date.", null));
            }
        }
        return reasons;
    }

    private Person person(Told told) {
        return new Person(
                ids.get(), told.kind(), told.givenName(), told.familyName(), told.bornOn(), told.expectedOn());
    }
}
