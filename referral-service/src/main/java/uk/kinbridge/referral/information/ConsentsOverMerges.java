package uk.kinbridge.referral.information;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.referral.family.Families;
import uk.kinbridge.referral.family.Family;
import uk.kinbridge.referral.family.GoingApart;
import uk.kinbridge.referral.family.Merge;
import uk.kinbridge.referral.family.OneFamily;

/**
 * Consent records over merges: whatever the members of a family were asked counts, under whichever of its records it was
 * kept, and a record is read with its own names of them. What is said about somebody is kept with the record that they
 * came from, so it stays theirs when the records go apart; an entry that is changed is changed where it stands.
 *
 * <p>No entry is ever copied while records are one. When they go apart, a refusal of somebody who was on both records
 * counts on both: nobody knows which of the two said no, and to share after a no is worse than to ask again.
 */
public final class ConsentsOverMerges implements ConsentRecords, GoingApart {

    private static final int TRIES = 20;

    private final ConsentRecords kept;
    private final Families families;

    public ConsentsOverMerges(ConsentRecords kept, Families families) {
        this.kept = kept;
        this.families = families;
    }

    @Override
    public Optional<Held> find(String familyId) {
        var one = severalRecords(familyId);
        if (one.isEmpty()) {
            return kept.find(familyId);
        }
        var parts = parts(one.get());
        return parts.values().stream().allMatch(part -> part.version() == 0)
                ? Optional.empty()
                : Optional.of(new Held(seenFrom(familyId, one.get(), parts), version(parts)));
    }

    @Override
    public boolean save(long version, Change<ConsentRecord, InformationEvent> change, Instant now) {
        var familyId = change.next().id();
        var one = severalRecords(familyId);
        if (one.isEmpty()) {
            return kept.save(version, change, now);
        }
        var parts = parts(one.get());
        if (version(parts) != version) {
            return false;
        }
        var events = change.events();
        for (var part : parts.values()) {
            var next = ownPart(one.get(), part.record(), change.next(), parts);
            if (!next.equals(part.record())) {
                if (!kept.save(part.version(), new Change<>(next, events), now)) {
                    return false;
                }
                events = List.of();
            }
        }
        return true;
    }

    /** Most families have one record, and are read as they are kept. */
    private Optional<OneFamily> severalRecords(String familyId) {
        return OneFamily.behind(families, familyId).filter(one -> one.ids().size() > 1);
    }

    private Map<String, Held> parts(OneFamily one) {
        var parts = new LinkedHashMap<String, Held>();
        one.ids().forEach(id -> parts.put(id, part(id)));
        return parts;
    }

    private Held part(String id) {
        return kept.find(id).orElseGet(() -> new Held(ConsentRecord.of(id), 0));
    }

    /** It changes whenever one of them does. */
    private static long version(Map<String, Held> parts) {
        return parts.values().stream().mapToLong(Held::version).sum();
    }

    private static ConsentRecord seenFrom(String familyId, OneFamily one, Map<String, Held> parts) {
        return new ConsentRecord(
                familyId,
                together(parts, ConsentRecord::consents, KeptConsent::id, KeptConsent::saysNo).stream()
                        .map(consent -> consent.of(one.memberOn(familyId, consent.person())))
                        .toList(),
                together(parts, ConsentRecord::findings, CapacityFinding::id, f -> f.bestInterests() != null).stream()
                        .map(finding -> finding.of(one.memberOn(familyId, finding.person())))
                        .toList(),
                together(parts, ConsentRecord::discussions, Discussion::id, _ -> false).stream()
                        .map(discussion -> discussion.with(discussion.people().stream()
                                .map(person -> one.memberOn(familyId, person))
                                .distinct()
                                .toList()))
                        .toList());
    }

    /** Each entry once; of two that were one before records went apart, the one that says more. */
    private static <T> List<T> together(
            Map<String, Held> parts, Function<ConsentRecord, List<T>> of, Function<T, String> id, Predicate<T> more) {
        var entries = new LinkedHashMap<String, T>();
        parts.values().stream()
                .flatMap(part -> of.apply(part.record()).stream())
                .forEach(entry -> entries.merge(id.apply(entry), entry, (a, b) -> more.test(b) ? b : a));
        return List.copyOf(entries.values());
    }

    /** What of the whole belongs to one of the records, in its own names. */
    private static ConsentRecord ownPart(
            OneFamily one, ConsentRecord own, ConsentRecord whole, Map<String, Held> parts) {
        var id = own.id();
        return new ConsentRecord(
                id,
                mine(
                        own.consents(),
                        whole.consents(),
                        KeptConsent::id,
                        (before, now) -> now.of(before.person()),
                        now -> isNew(now.id(), parts)
                                && one.homeOf(now.person()).equals(id),
                        now -> now.of(one.memberOn(id, now.person()))),
                mine(
                        own.findings(),
                        whole.findings(),
                        CapacityFinding::id,
                        (before, now) -> now.of(before.person()),
                        now -> isNew(now.id(), parts)
                                && one.homeOf(now.person()).equals(id),
                        now -> now.of(one.memberOn(id, now.person()))),
                mine(
                        own.discussions(),
                        whole.discussions(),
                        Discussion::id,
                        (before, _) -> before,
                        now -> isNew(now.id(), parts) && homeOf(one, now).equals(id),
                        now -> now.with(now.people().stream()
                                .map(person -> one.memberOn(id, person))
                                .toList())));
    }

    private interface InPlace<T> {
        T of(T before, T now);
    }

    private static <T> List<T> mine(
            List<T> own,
            List<T> whole,
            Function<T, String> id,
            InPlace<T> changed,
            Predicate<T> isNewHere,
            Function<T, T> named) {
        var byId = new LinkedHashMap<String, T>();
        whole.forEach(entry -> byId.put(id.apply(entry), entry));
        return Stream.concat(
                        own.stream()
                                .map(entry -> Optional.ofNullable(byId.get(id.apply(entry)))
                                        .map(now -> changed.of(entry, now))
                                        .orElse(entry)),
                        whole.stream().filter(isNewHere).map(named))
                .toList();
    }

    private static boolean isNew(String entryId, Map<String, Held> parts) {
        return parts.values().stream().noneMatch(part -> part.record().holds(entryId));
    }

    /** A talk with people of one record is kept there; any other with the record that is kept. */
    private static String homeOf(OneFamily one, Discussion discussion) {
        var homes = discussion.people().stream().map(one::homeOf).distinct().toList();
        return homes.size() == 1 ? homes.getFirst() : one.id();
    }

    @Override
    public void goingApart(Family keptRecord, Family other, Merge merge, Instant now) {
        var there = find(keptRecord.id()).map(Held::record);
        if (there.isEmpty()) {
            return;
        }
        for (int i = 0; i < TRIES; i++) {
            var held = part(other.id());
            var next = withWhatCounts(held.record(), there.get(), merge);
            if (next.equals(held.record()) || kept.save(held.version(), Change.silent(next), now)) {
                return;
            }
        }
        throw new IllegalStateException("the consent record is changed by others all the time");
    }

    private static ConsentRecord withWhatCounts(ConsentRecord theirs, ConsentRecord there, Merge merge) {
        var next = theirs;
        for (var pair : merge.same()) {
            for (var consent : there.consents()) {
                if (consent.person().equals(pair.kept())
                        && consent.saysNo()
                        && !consent.lastWordAt().isBefore(merge.at())
                        && !next.holds(consent.id())) {
                    next = next.and(consent.of(pair.other()));
                }
            }
        }
        for (var discussion : there.discussions()) {
            var people = theirPeople(discussion, merge);
            if (!people.isEmpty() && !discussion.at().isBefore(merge.at()) && !next.holds(discussion.id())) {
                next = next.and(discussion.with(people));
            }
        }
        return next;
    }

    private static List<String> theirPeople(Discussion discussion, Merge merge) {
        var people = new ArrayList<String>();
        discussion.people().forEach(person -> {
            if (merge.members().contains(person)) {
                people.add(person);
            }
            merge.same().stream()
                    .filter(pair -> pair.kept().equals(person))
                    .map(Merge.Same::other)
                    .forEach(people::add);
        });
        return people;
    }
}
