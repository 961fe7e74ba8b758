package uk.kinbridge.referral.family;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** JWP-13: what changes the risk to children is told; what says no more than before, or who protects whom, is not. */
class CircumstancesThatChangeTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final Author TOM = new Author("p-tom", "Tom Brandt", "hackney-drug-treatment");
    private static final Person WREN = new Person("m-2", Person.Kind.CHILD, "Wren", "Ashdown", null, null);

    private static Family with(Map<FactKind, Said> facts, List<Line> lines) {
        return new Family(
                "f-1",
                "F-2222-2222",
                "hackney-drug-treatment",
                TOM,
                NOW,
                List.of(new Member(WREN, List.of(), null, facts)),
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                lines);
    }

    private static Said said(String value) {
        return new Said(value, null, "the school", TOM, NOW);
    }

    private static Line recorded(FactKind kind, @org.jspecify.annotations.Nullable Said before) {
        return new Line(NOW, "fact.recorded", "Recorded: " + kind.word(), TOM, "m-2", kind, before);
    }

    @Test
    void another_home_is_a_change() {
        var before = with(Map.of(), List.of());
        var next =
                with(Map.of(FactKind.HOUSEHOLD, said("lives-elsewhere")), List.of(recorded(FactKind.HOUSEHOLD, null)));

        assertThat(CircumstancesChanged.between(before, next)).hasValueSatisfying(changed -> {
            assertThat(changed.changes())
                    .singleElement()
                    .satisfies(what -> assertThat(what.member()).isEqualTo("m-2"));
            assertThat(changed.toString()).doesNotContain("lives-elsewhere", "Wren");
        });
    }

    @Test
    void the_same_answer_again_is_none() {
        var old = said("lives-here");
        var before = with(Map.of(FactKind.HOUSEHOLD, old), List.of());
        var next = with(Map.of(FactKind.HOUSEHOLD, said("lives-here")), List.of(recorded(FactKind.HOUSEHOLD, old)));

        assertThat(CircumstancesChanged.between(before, next)).isEmpty();
    }

    @Test
    void another_general_practice_is_none() {
        var next = with(Map.of(FactKind.GP, said("New Surgery")), List.of(recorded(FactKind.GP, null)));

        assertThat(CircumstancesChanged.between(with(Map.of(), List.of()), next))
                .isEmpty();
    }

    @Test
    void that_somebody_is_protected_is_told_to_nobody_in_words() {
        var line = Line.about(NOW, "protection.set", "Whereabouts are protected: he found the flat", TOM, "m-2");

        assertThat(CircumstancesChanged.between(with(Map.of(), List.of()), with(Map.of(), List.of(line))))
                .hasValueSatisfying(changed -> assertThat(changed.toString()).doesNotContain("protect", "flat", "m-2"));
    }
}
