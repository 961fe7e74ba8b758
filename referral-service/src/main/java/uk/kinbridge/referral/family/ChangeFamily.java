package uk.kinbridge.referral.family;

import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import uk.kinbridge.platform.security.AccessDecision;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.referral.family.Families.Held;

/** What people change on a family record, each on the version that they have read. */
public class ChangeFamily {

    /** How a change ends. */
    public sealed interface Outcome {
        /** Done: the record as it is now. */
        record Done(Held held) implements Outcome {}

        /** Not for this caller. */
        record NotPermitted(AccessDecision.Refused refused) implements Outcome {}

        /** Somebody else has changed it since the caller read it. */
        record Stale() implements Outcome {}

        /** It cannot be so; each reason is a sentence, with its field. */
        record Refused(List<Reason> reasons) implements Outcome {}

        /** This record has become part of another one, which is changed instead. */
        record MergedAway(String into) implements Outcome {}
    }

    private final Families families;
    private final TellOfChanges tell;

    public ChangeFamily(Families families, TellOfChanges tell) {
        this.families = families;
        this.tell = tell;
    }

    /** A change that everybody may make who may read the record. */
    public Outcome change(
            String id, long version, Caller caller, Instant now, Function<Family, Changes.Outcome> command) {
        return change(id, version, caller, now, FamilyAccess::change, command);
    }

    /** A change under an access rule of its own. */
    public Outcome change(
            String id,
            long version,
            Caller caller,
            Instant now,
            BiFunction<Caller, Family, AccessDecision> access,
            Function<Family, Changes.Outcome> command) {
        return change(id, version, caller, now, access, command, _ -> List.of());
    }

    /** An agency's work with the family has ended; where others say so, it hears of it. */
    public Outcome end(String id, long version, String agency, Caller caller, Instant now) {
        var by = Author.of(caller);
        return change(
                id,
                version,
                caller,
                now,
                (who, family) -> FamilyAccess.end(who, family, agency),
                family -> Changes.leave(family, agency, by, now),
                left -> caller.worksFor(agency)
                        ? List.of()
                        : List.of(new FamilyEvent.WorkEnded(
                                left.id(), left.reference(), agency, version + "-work-ended", by, now)));
    }

    /** The same, with more that others must hear of the record as it is after it. */
    Outcome change(
            String id,
            long version,
            Caller caller,
            Instant now,
            BiFunction<Caller, Family, AccessDecision> access,
            Function<Family, Changes.Outcome> command,
            Function<Family, List<FamilyEvent>> more) {
        var found = families.find(id).orElse(null);
        if (found == null) {
            return new Outcome.NotPermitted(new AccessDecision.Concealed());
        }
        var family = found.family();
        if (access.apply(caller, family) instanceof AccessDecision.Refused refused) {
            return new Outcome.NotPermitted(refused);
        }
        if (family.mergedInto() != null) {
            return new Outcome.MergedAway(family.mergedInto());
        }
        return switch (command.apply(family)) {
            case Changes.Outcome.Refused(List<Reason> reasons) -> new Outcome.Refused(reasons);
            case Changes.Outcome.Changed(Family next) -> save(found, version, next, more.apply(next), now);
        };
    }

    private Outcome save(Held found, long version, Family next, List<FamilyEvent> more, Instant now) {
        if (next.equals(found.family())) {
            return new Outcome.Done(found);
        }
        var told = Stream.concat(changed(found, next).stream(), more.stream()).toList();
        if (found.version() != version || !families.save(version, next, told, now)) {
            return new Outcome.Stale();
        }
        return new Outcome.Done(new Held(next, version + 1));
    }

    private List<FamilyEvent> changed(Held found, Family next) {
        var circumstances = CircumstancesChanged.between(found.family(), next).stream()
                .flatMap(change ->
                        Stream.concat(Stream.<FamilyEvent>of(change), tell.of(next, change, found.version()).stream()));
        return Stream.concat(circumstances, Reports.contradicted(found, next).stream())
                .toList();
    }
}
