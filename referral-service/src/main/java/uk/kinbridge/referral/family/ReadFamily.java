package uk.kinbridge.referral.family;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.platform.access.AccessLog;
import uk.kinbridge.platform.access.Look;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.protocols.published.Calendars;
import uk.kinbridge.protocols.published.Protocols;
import uk.kinbridge.referral.access.Records;
import uk.kinbridge.referral.family.Families.Held;

/** Shows a family record to somebody: what they may see of it, what is open or stale, and leaves that they looked. */
public class ReadFamily {

    private final Families families;
    private final Protocols protocols;
    private final Calendars calendars;
    private final AccessLog log;

    public ReadFamily(Families families, Protocols protocols, Calendars calendars, AccessLog log) {
        this.families = families;
        this.protocols = protocols;
        this.calendars = calendars;
        this.log = log;
    }

    /**
     * The record as this caller may see it.
     *
     * @param present a member in whose presence it is to be shown; null when the caller is alone with it
     * @return empty when there is none for this caller
     */
    public Optional<Seen> read(String id, Caller caller, @Nullable String present, Instant now) {
        var found = readable(id, caller);
        found.ifPresent(held -> log.add(Look.of(Records.FAMILY, id, caller, "read", now)));
        return found.map(held -> new Seen(shown(held.family(), caller, present), held.family(), held.version()));
    }

    /**
     * The record, where the caller may read it. One that has become part of another is as it was then, under the
     * protections of the family as it is now, for those who may read that one.
     */
    public Optional<Held> readable(String id, Caller caller) {
        return families.find(id)
                .filter(held -> FamilyAccess.read(caller, held.family()).isGranted())
                .flatMap(held -> held.family().mergedInto() == null
                        ? Optional.of(held)
                        : OneFamily.behind(families, id)
                                .filter(one ->
                                        FamilyAccess.read(caller, one.kept()).isGranted())
                                .map(one -> new Held(one.guarded(held.family()), held.version())));
    }

    /** What one reader may see of a record, and the whole of it. */
    public record Seen(Family shown, Family whole, long version) {}

    /** The record as this caller may see it, without a look of its own: after a change, or as part of a list. */
    public Family shown(Family family, Caller caller, @Nullable String present) {
        var seen = Shielding.seenBy(family, caller);
        return present == null ? seen : Shielding.withPresent(seen, present);
    }

    /** Leaves that the caller changed it. */
    public void changed(Family family, Caller caller, Instant now) {
        log.add(Look.of(Records.FAMILY, family.id(), caller, "changed", now));
    }

    /** Leaves that the caller was shown of it who works with the family. */
    public void agenciesRead(Family family, Caller caller, Instant now) {
        log.add(Look.of(Records.FAMILY, family.id(), caller, "read-agencies", now));
    }

    /** Leaves that the caller was shown, in a list, who belongs to each of them. */
    public void listed(List<Family> listed, Caller caller, Instant now) {
        log.addAll(listed.stream()
                .map(family -> Look.of(Records.FAMILY, family.id(), caller, "listed", now))
                .toList());
    }

    /** Who looked at it; whoever somebody is protected from sees the looks of their own agency alone. */
    public Optional<List<AccessLog.Kept>> looks(String id, Caller caller, AccessLog.@Nullable Place before, int limit) {
        return readable(id, caller)
                .map(Held::family)
                .map(family -> log.of(new AccessLog.Part(
                        Look.recordOf(Records.FAMILY, id),
                        Shielding.isFrom(family, caller) ? caller.agency() : null,
                        before,
                        limit)));
    }

    /** What the protocols of the caller's agency ask about it. */
    public Questions questions(Family family, Caller caller, Instant now) {
        return new Questions(family, protocols.of(caller.agency(), Checks.today(now)), calendars.newest(), now);
    }

    /** What a caller may know of the family behind a case, over however many merges it is found. */
    public Behind behind(String familyId, Caller caller) {
        return OneFamily.behind(families, familyId)
                .map(one -> FamilyAccess.read(caller, one.kept()).isGranted()
                        ? new Behind(one.id(), one.ids(), one.hidesFrom(caller))
                        : new Behind(null, List.of(familyId), one.hidesFrom(caller)))
                .orElseGet(() -> new Behind(null, List.of(familyId), false));
    }

    /** The same of a record that the caller may read, and that is part of no other. */
    public Behind behind(Family family, Caller caller) {
        return family.merges().isEmpty()
                ? new Behind(family.id(), List.of(family.id()), Shielding.isFrom(family, caller))
                : behind(family.id(), caller);
    }

    /**
     * The family behind a case.
     *
     * @param readable its id where the caller may read the record; null otherwise
     * @param ids under which its cases were opened, as far as the caller may know
     * @param hidden whether somebody of the family is protected from the caller
     */
    public record Behind(@Nullable String readable, List<String> ids, boolean hidden) {}
}
