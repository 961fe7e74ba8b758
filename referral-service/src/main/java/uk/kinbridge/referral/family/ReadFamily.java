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
        var found = families.find(id)
                .filter(held -> FamilyAccess.read(caller, held.family()).isGranted());
        found.ifPresent(held -> log.add(Look.of(Records.FAMILY, id, caller, "read", now)));
        return found.map(held -> new Seen(shown(held.family(), caller, present), held.family(), held.version()));
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

    /** Who looked at it; whoever somebody is protected from sees the looks of their own agency alone. */
    public Optional<List<AccessLog.Kept>> looks(String id, Caller caller, AccessLog.@Nullable Place before, int limit) {
        return families.find(id)
                .map(Held::family)
                .filter(family -> FamilyAccess.read(caller, family).isGranted())
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

    /** What a caller may know of the family behind a case. */
    public Behind behind(String familyId, Caller caller) {
        var family = families.outline(familyId).orElse(null);
        var into = family == null ? null : family.mergedInto();
        if (into != null) {
            family = families.outline(into).orElse(family);
        }
        if (family == null) {
            return new Behind(null, List.of(familyId), false);
        }
        boolean readable = FamilyAccess.read(caller, family).isGranted();
        return readable
                ? behind(family, caller)
                : new Behind(null, List.of(familyId), Shielding.isFrom(family, caller));
    }

    /** The same of a record that the caller may read, and that is part of no other. */
    public static Behind behind(Family family, Caller caller) {
        return new Behind(family.id(), family.allIds(), Shielding.isFrom(family, caller));
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
