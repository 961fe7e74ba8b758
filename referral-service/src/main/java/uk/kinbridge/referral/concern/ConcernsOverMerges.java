package uk.kinbridge.referral.concern;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.published.Protocols;
import uk.kinbridge.protocols.time.BankHolidays;
import uk.kinbridge.referral.concern.ConcernFiles.Held;
import uk.kinbridge.referral.concern.ConcernFiles.Whole;
import uk.kinbridge.referral.information.FamilyFacts;
import uk.kinbridge.referral.information.KnownFamily;
import uk.kinbridge.referral.information.Worker;

/**
 * Concerns over merges: those about two records that are found to be of one family add up (JWP-08), and when that was
 * wrong they go apart again. Each concern is kept once, where it was recorded; the file of the kept record holds what
 * counts there, so that a concern and the picture that it makes stay one write.
 */
public class ConcernsOverMerges {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final int TRIES = 20;

    private final FamilyFacts families;
    private final Protocols protocols;
    private final ConcernFiles files;
    private final Supplier<BankHolidays> holidays;
    private final Supplier<String> ids;
    private final Supplier<String> references;

    public ConcernsOverMerges(
            FamilyFacts families,
            Protocols protocols,
            ConcernFiles files,
            Supplier<BankHolidays> holidays,
            Supplier<String> ids,
            Supplier<String> references) {
        this.families = families;
        this.protocols = protocols;
        this.files = files;
        this.holidays = holidays;
        this.ids = ids;
        this.references = references;
    }

    /**
     * The records that are that family have changed: what adds up now is found anew. It looks at how things stand, so it
     * may be told late, in any order and more than once.
     *
     * @param by who has put the records together or taken them apart
     */
    public void recordsChanged(String familyId, Worker by, Instant now) {
        for (int i = 0; i < TRIES; i++) {
            var known = families.behind(familyId);
            if (known.isEmpty()) {
                return;
            }
            var held = own(known.get());
            var absorbed = absorbed(known.get().id());
            var change = changed(held.concerns(), concerns(absorbed), by, now);
            if (change.next().equals(held.concerns()) || files.save(held.version(), change, now)) {
                return;
            }
        }
        throw new IllegalStateException("the concerns about a family are changed by others all the time");
    }

    private Change<ConcernsOfFamily, ConcernEvent> changed(
            ConcernsOfFamily before, List<ConcernsOfFamily> absorbed, Worker by, Instant now) {
        var next = before.with(absorbed);
        var told = new ArrayList<ConcernEvent>();
        var present = next.concerns().stream().map(Concern::id).toList();
        for (var picture : before.pictures()) {
            if (picture.isOpen() && !present.containsAll(picture.concerns())) {
                var pinned = picture.protocol();
                var pack = protocols.pinned(pinned.id().value(), pinned.version(), pinned.hash());
                if (pack.isPresent()) {
                    var parted = rules(pack.get()).parted(next, picture, by, now);
                    next = parted.next();
                    told.addAll(parted.events());
                }
            }
        }
        var added = next.since(before);
        if (!added.isEmpty()) {
            for (var pack : protocols.of(before.holder(), now.atZone(LONDON).toLocalDate())) {
                var grown = rules(pack).after(next, added, pictures(absorbed), by, now);
                next = grown.next();
                told.addAll(grown.events());
            }
        }
        return new Change<>(next, told);
    }

    private AddingUp rules(Pack pack) {
        return new AddingUp(pack, holidays.get(), ids, references);
    }

    /**
     * One more concern about the family, with all that is known of it by now; the same id again changes nothing.
     *
     * @return empty when somebody else was first
     */
    Optional<Whole> add(KnownFamily family, Concern concern, Pack pack, Instant now) {
        var held = own(family);
        var absorbed = absorbed(family.id());
        var whole = whole(held, absorbed);
        if (whole.concerns().concerns().stream().anyMatch(c -> c.id().equals(concern.id()))) {
            return Optional.of(whole);
        }
        var next = whole.concerns().and(concern);
        var change = rules(pack)
                .after(next, next.since(held.concerns()), pictures(concerns(absorbed)), concern.by(), concern.at());
        return files.save(held.version(), change, now)
                ? Optional.of(whole(new Held(change.next(), held.version() + 1), absorbed))
                : Optional.empty();
    }

    /** All that is known of the concerns about that family. */
    Whole whole(KnownFamily family) {
        return whole(own(family), absorbed(family.id()));
    }

    private static Whole whole(Held held, List<Held> absorbed) {
        return new Whole(
                held.concerns().with(concerns(absorbed)),
                concerns(absorbed),
                Stream.concat(Stream.of(held), absorbed.stream())
                        .mapToLong(Held::version)
                        .sum());
    }

    private Held own(KnownFamily family) {
        return files.find(family.id()).orElseGet(() -> new Held(ConcernsOfFamily.of(family.id(), family.agency()), 0));
    }

    private List<Held> absorbed(String keptId) {
        return families.idsOf(keptId).stream()
                .filter(id -> !id.equals(keptId))
                .flatMap(id -> files.find(id).stream())
                .toList();
    }

    private static List<ConcernsOfFamily> concerns(List<Held> files) {
        return files.stream().map(Held::concerns).toList();
    }

    private static List<Picture> pictures(List<ConcernsOfFamily> files) {
        return files.stream().flatMap(file -> file.pictures().stream()).toList();
    }
}
