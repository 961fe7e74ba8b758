package uk.kinbridge.referral.family;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.referral.family.FamilyMother.NOW;
import static uk.kinbridge.referral.family.FamilyMother.SADE;
import static uk.kinbridge.referral.family.FamilyMother.adult;
import static uk.kinbridge.referral.family.FamilyMother.ashdowns;
import static uk.kinbridge.referral.family.FamilyMother.changed;
import static uk.kinbridge.referral.family.FamilyMother.child;
import static uk.kinbridge.referral.family.FamilyMother.family;
import static uk.kinbridge.referral.family.FamilyMother.unborn;
import static uk.kinbridge.referral.family.FamilyMother.with;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** SAL-17, FAP-15, JWP-01: what is not spoken of stays, what was before is told in plain words, and children grow up. */
class CorrectingAMemberTest {

    private static final Author BY = Author.of(SADE);
    private static final Correction OF_AGE = new Correction(Person.Kind.ADULT, null, null, null, null, null, null);

    private static Correction named(@Nullable String givenName, @Nullable String number) {
        return new Correction(null, givenName, null, null, null, null, number);
    }

    @Test
    void whoever_mends_a_spelling_takes_nothing_else_away() {
        var full = changed(Changes.correct(
                ashdowns(),
                "f-1-1",
                new Correction(
                        null, null, null, null, null, List.of(new Member.Name("Rob", "Ashdown")), "943 476 5919"),
                BY,
                NOW));
        var mended = changed(Changes.correct(full, "f-1-1", named("Robyn", null), BY, NOW));

        var robyn = mended.known("f-1-1").orElseThrow();
        assertThat(robyn.person().givenName()).isEqualTo("Robyn");
        assertThat(robyn.person().familyName()).isEqualTo("Ashdown");
        assertThat(robyn.person().bornOn()).isEqualTo("1990-03-01");
        assertThat(robyn.alsoKnownAs()).containsExactly(new Member.Name("Rob", "Ashdown"));
        assertThat(robyn.nhsNumber()).isEqualTo("9434765919");
        assertThat(mended.history().getLast().words())
                .isEqualTo("Name, dates or NHS number were corrected; before: name Robin Ashdown");
        assertThat(changed(Changes.correct(mended, "f-1-1", named(null, " "), BY, NOW))
                        .known("f-1-1")
                        .orElseThrow()
                        .nhsNumber())
                .as("only who says so takes it away")
                .isNull();
    }

    @Test
    void a_correction_that_changes_nothing_leaves_no_line() {
        assertThat(changed(Changes.correct(ashdowns(), "f-1-1", named("Robin", null), BY, NOW)))
                .isEqualTo(ashdowns());
    }

    @Test
    void a_birth_needs_no_more_than_its_day() {
        var expecting = family("f-3", SADE, null, adult("Robin", "Ashdown", null), unborn("2026-11-22"));
        var birth = new Correction(Person.Kind.CHILD, "Lark", null, LocalDate.of(2026, 11, 20), null, null, null);
        var lark = changed(Changes.correct(expecting, "f-3-2", birth, BY, NOW))
                .member("f-3-2")
                .orElseThrow();

        assertThat(lark.kind()).isEqualTo(Person.Kind.CHILD);
        assertThat(lark.familyName()).isEqualTo("Ashdown");
        assertThat(lark.expectedOn()).isNull();
    }

    /** Born on 24 November 2008; NOW is a day before the eighteenth birthday. */
    private static Family growingUp() {
        var family = family("f-1", SADE, null, adult("Robin", "Ashdown", null), child("Wren", "Ashdown", "2008-11-24"));
        return with(with(family, "f-1-2", FactKind.SCHOOL, "Hill School"), "f-1-2", FactKind.GP, "Hill Surgery");
    }

    @Test
    void a_child_comes_of_age_on_the_eighteenth_birthday_in_london_and_not_before() {
        var midnight = Instant.parse("2026-11-24T00:00:00Z");

        assertThat(Changes.correct(growingUp(), "f-1-2", OF_AGE, BY, midnight.minusSeconds(1)))
                .isInstanceOf(Changes.Outcome.Refused.class);
        assertThat(Changes.correct(growingUp(), "f-1-2", OF_AGE, BY, midnight))
                .isInstanceOf(Changes.Outcome.Changed.class);
        assertThat(Changes.correct(
                        family("f-1", SADE, null, child("Wren", "Ashdown", null)), "f-1-1", OF_AGE, BY, midnight))
                .as("nobody knows how old")
                .isInstanceOf(Changes.Outcome.Refused.class);
    }

    @Test
    void and_is_asked_then_which_children_they_care_for() {
        var later = Instant.parse("2026-11-25T10:00:00Z");
        var grown = changed(Changes.correct(growingUp(), "f-1-2", OF_AGE, BY, later));
        var wren = grown.known("f-1-2").orElseThrow();

        assertThat(wren.isAdult()).isTrue();
        assertThat(wren.fact(FactKind.SCHOOL)).isEmpty();
        assertThat(wren.fact(FactKind.GP)).isPresent();
        assertThat(grown.history()).anySatisfy(line -> {
            assertThat(line.kind()).isEqualTo(FactKind.SCHOOL);
            assertThat(line.before()).isNotNull().extracting(Said::value).isEqualTo("Hill School");
        });
        var open = new Answers(grown, Checks.today(later))
                .missing(uk.kinbridge.protocols.pack.Recorded.CHILDREN_CARED_FOR_OR_IN_CONTACT);
        assertThat(open).containsExactly("f-1-2");
    }

    @Test
    void two_records_of_one_person_are_one_though_only_one_knows_that_they_came_of_age() {
        var adultThere = family("f-2", SADE, null, adult("Wren", "Ashdown", "2005-01-01"));
        var childHere = family("f-1", SADE, null, child("Wren", "Ashdown", "2005-01-01"));
        var same = List.of(new Merge.Same("f-1-1", "f-2-1"));

        var merged = changed(Merging.into(childHere, adultThere, "m-1", same, "One person", BY, NOW));
        assertThat(merged.people()).hasSize(1);
        assertThat(merged.known("f-1-1").orElseThrow().fact(FactKind.CHILDREN))
                .as("no answer that a child cannot have")
                .isEmpty();
        var young = family("f-1", SADE, null, child("Wren", "Ashdown", "2019-06-02"));
        assertThat(Merging.into(young, adultThere, "m-1", same, "One person", BY, NOW))
                .as("a child by its own date of birth")
                .isInstanceOf(Changes.Outcome.Refused.class);
    }
}
