package uk.kinbridge.referral.family;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.kinbridge.platform.access.AccessLog;
import uk.kinbridge.platform.access.Look;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.protocols.pack.AgencyId;
import uk.kinbridge.protocols.published.Protocols;
import uk.kinbridge.referral.access.Records;

/**
 * Finds records of what may be the same people, so that one family does not get two records, and says no more of them
 * than the caller may know ({@link Hint}). That somebody was told of a match stands in the other record's access log.
 */
public class FindMatches {

    private static final int NARROW = 200;
    private static final int WIDE = 100;

    private final Families families;
    private final Protocols protocols;
    private final NameSounds sounds;
    private final AccessLog log;

    public FindMatches(Families families, Protocols protocols, NameSounds sounds, AccessLog log) {
        this.families = families;
        this.protocols = protocols;
        this.sounds = sounds;
        this.log = log;
    }

    /** What this caller may learn of records that may be of the same people. */
    public List<Hint> hints(Family family, Caller caller, Instant now) {
        var hints = new ArrayList<Hint>();
        for (var other : candidates(family)) {
            new Matching(sounds)
                    .between(family, other).stream()
                            .findFirst()
                            .flatMap(match -> Hint.of(match, caller, arePartners(caller.agency(), other, now)))
                            .ifPresent(hint -> {
                                hints.add(hint);
                                log.add(Look.of(Records.FAMILY, other.id(), caller, "possible-match", now));
                            });
        }
        return hints.stream().distinct().toList();
    }

    private List<Family> candidates(Family family) {
        Map<String, Family> found = new LinkedHashMap<>();
        families.sharing(MatchKeys.narrow(family, sounds), NARROW).forEach(f -> found.put(f.id(), f));
        families.sharing(MatchKeys.wide(family, sounds), WIDE).forEach(f -> found.putIfAbsent(f.id(), f));
        return found.values().stream()
                .filter(f -> f.mergedInto() == null && !family.allIds().contains(f.id()))
                .toList();
    }

    /** Whether a protocol binds the caller's agency and the one that keeps the other record. */
    private boolean arePartners(String agency, Family other, Instant now) {
        LocalDate today = Checks.today(now);
        return protocols.of(agency, today).stream()
                .anyMatch(pack -> pack.agency(new AgencyId(other.agency())).isPresent());
    }
}
