package uk.kinbridge.referral.family;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.referral.family.FamilyMother.CSC;
import static uk.kinbridge.referral.family.FamilyMother.NADIA;
import static uk.kinbridge.referral.family.FamilyMother.NOW;
import static uk.kinbridge.referral.family.FamilyMother.SADE;
import static uk.kinbridge.referral.family.FamilyMother.caller;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.security.Role;
import uk.kinbridge.referral.information.FactsOfFamilies;

/**
 * HAC-08, DOR-14: whatever records are put together and taken apart again, in whatever order, and whatever is recorded
 * and protected in between: what could lead somebody to a person whom they must not find is never shown to them, on any
 * record, once it is hidden from them by a protection. What was open before is no secret.
 */
class NobodyIsFoundByAMergeTest {

    private static final Caller KIT = caller("kit.marlow", "Kit Marlow", CSC, Role.MANAGER);

    @Property(tries = 1_000)
    void what_was_hidden_is_never_shown(@ForAll long seed) {
        var course = new Course(new Random(seed));
        course.check(seed);
        for (int i = 0; i < 25; i++) {
            course.step();
            course.check(seed);
        }
    }

    /** One course of a few records through merges, partings, protections and news. */
    private static final class Course {

        private final Random random;
        private final MemoryFamilies families = new MemoryFamilies();
        private final MergeFamilies merge =
                new MergeFamilies(families, new ChangeFamily(families, FamilyMother.telling()), (_, _, _, _) -> {});
        private final FactsOfFamilies facts = new FactsOfFamilies(families);
        private final Set<String> hidden = new TreeSet<>();
        private final Set<String> seen = new TreeSet<>();
        private final List<String> did = new ArrayList<>();
        private int counter;
        private Instant now = NOW;

        Course(Random random) {
            this.random = random;
            for (int i = 1; i <= 3; i++) {
                var home = random.nextBoolean() ? null : secret("Home");
                families.add(
                        FamilyMother.family(
                                "f-" + i,
                                SADE,
                                home,
                                FamilyMother.adult("Ines", "Marlow", null),
                                FamilyMother.adult("Kit", "Marlow", null),
                                FamilyMother.child("Jay", "Marlow", null)),
                        now);
            }
        }

        /** Unlike every other word, and never part of another one. */
        private String secret(String kind) {
            return "Hidden" + kind + counter++ + "x";
        }

        void step() {
            now = now.plus(Duration.ofMinutes(1));
            switch (random.nextInt(7)) {
                case 0, 1 -> merged();
                case 2 -> parted();
                case 3 -> protectedFromKit();
                case 4, 5 -> learned();
                default -> moved();
            }
        }

        private Families.Held any() {
            return families.find("f-" + (1 + random.nextInt(3))).orElseThrow();
        }

        private Member anybody(Family family) {
            return family.people().get(random.nextInt(family.people().size()));
        }

        private void merged() {
            var kept = any();
            var other = any();
            var same = new ArrayList<Merge.Same>();
            for (var member : other.family().people()) {
                var twin = anybody(kept.family());
                if (random.nextBoolean()
                        && twin.person().kind() == member.person().kind()
                        && same.stream().noneMatch(pair -> pair.kept().equals(twin.id()))) {
                    same.add(new Merge.Same(twin.id(), member.id()));
                }
            }
            var outcome = merge.merge(
                    kept.family().id(),
                    kept.version(),
                    "m-" + counter++,
                    other.family().id(),
                    same,
                    "One family",
                    NADIA,
                    now);
            did.add("merge " + kept.family().id() + " " + other.family().id() + " " + same + " "
                    + outcome.getClass().getSimpleName());
        }

        private void parted() {
            var kept = any();
            kept.family().merges().stream().filter(Merge::stands).findFirst().ifPresent(standing -> {
                var outcome =
                        merge.undo(kept.family().id(), kept.version(), standing.id(), "They are cousins", NADIA, now);
                did.add("undo " + kept.family().id() + " " + standing.otherId() + " "
                        + outcome.getClass().getSimpleName());
            });
        }

        private void protectedFromKit() {
            var held = any();
            if (held.family().mergedInto() == null) {
                var member = anybody(held.family());
                var protection = new Protection(
                        "p-" + counter++,
                        member.id(),
                        List.of(),
                        List.of("kit.marlow"),
                        List.of(),
                        "A court order",
                        Author.of(NADIA),
                        now,
                        null);
                did.add("protect " + held.family().id() + " " + member.id());
                save(held, FamilyMother.changed(Protecting.protect(held.family(), protection)));
            }
        }

        private void learned() {
            var held = any();
            var children = held.family().allChildren();
            if (held.family().mergedInto() == null && !children.isEmpty()) {
                var child = children.get(random.nextInt(children.size()));
                var kind = random.nextBoolean() ? FactKind.SCHOOL : FactKind.GP;
                did.add("learn " + held.family().id() + " " + child.id() + " " + kind);
                save(held, said(held.family(), child.id(), kind, secret(kind.name())));
            }
        }

        /** Where somebody is protected a move is left out: who has left a household is not found through it. */
        private void moved() {
            var held = any();
            if (held.family().mergedInto() == null
                    && held.family().protections().isEmpty()) {
                var member = anybody(held.family());
                did.add("move " + held.family().id() + " " + member.id());
                save(held, said(held.family(), member.id(), FactKind.RESIDENCE, secret("Residence")));
            }
        }

        private Family said(Family family, String member, FactKind kind, String value) {
            return FamilyMother.changed(
                    Changes.record(family, member, kind, new Telling(value, null, "the mother"), Author.of(SADE), now));
        }

        private void save(Families.Held held, Family next) {
            assertThat(families.save(held.version(), next, now)).isTrue();
        }

        void check(long seed) {
            var shown = new TreeSet<String>();
            for (var family : families.all()) {
                var guarded =
                        OneFamily.behind(families, family.id()).orElseThrow().guarded(family);
                shown.addAll(secretsOf(Shielding.seenBy(guarded, KIT)));
                if (Shielding.isFrom(guarded, KIT)) {
                    assertThat(facts.hides(family.id(), KIT))
                            .as("cases of %s are shown as the record is", family.id())
                            .isTrue();
                }
            }
            assertThat(hidden).as("seed %d: %s", seed, did).noneMatch(shown::contains);
            var guarded = new TreeSet<String>();
            families.all().stream()
                    .filter(family -> family.mergedInto() == null)
                    .forEach(family -> guarded.addAll(whereabouts(family)));
            guarded.stream().filter(secret -> !seen.contains(secret)).forEach(hidden::add);
            // What is no secret now, because it is of somebody whom nobody has to fear, does not become one.
            families.all()
                    .forEach(family -> secretsOf(family).stream()
                            .filter(secret -> !guarded.contains(secret))
                            .forEach(seen::add));
            seen.addAll(shown);
        }

        /** What could lead to those who are protected, or to their household. */
        private static Set<String> whereabouts(Family family) {
            var secrets = new TreeSet<String>();
            family.protections().stream()
                    .filter(Protection::isInForce)
                    .flatMap(protection -> Shielding.shieldedBy(family, protection).stream())
                    .map(member -> family.known(member).orElseThrow())
                    .forEach(member -> {
                        secrets.addAll(secretsOf(family.withPeople(List.of(member))
                                .withFacts(family.isAtHome(member) ? family.facts() : Map.of())
                                .withRelationships(List.of())
                                .withMerges(List.of())
                                .withHistory(List.of())));
                    });
            return secrets;
        }

        private static Set<String> secretsOf(Family family) {
            var secrets = new TreeSet<String>();
            var words =
                    java.util.regex.Pattern.compile("Hidden[A-Za-z]+[0-9]+x").matcher(family.toString());
            while (words.find()) {
                secrets.add(words.group());
            }
            return secrets;
        }
    }
}
