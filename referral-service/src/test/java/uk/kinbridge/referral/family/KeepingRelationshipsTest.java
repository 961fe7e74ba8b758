package uk.kinbridge.referral.family;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.referral.family.FamilyMother.changed;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import uk.kinbridge.referral.family.Relationship.Care;
import uk.kinbridge.referral.family.Relationship.Contact;
import uk.kinbridge.referral.family.Relationship.Kind;

/** JWP-05, SAL-17: who was what to whom, and who said so when, is not lost when it changes. */
class KeepingRelationshipsTest {

    private static final Instant NOW = FamilyMother.NOW;
    private static final Author SADE = Author.of(FamilyMother.SADE);
    private static final Author OTHER = new Author("p-tom", "Tom Brandt", "hackney-drug-treatment");

    @Test
    void what_was_recorded_of_the_same_two_before_is_kept_with_what_is_known_now() {
        var first = relate(FamilyMother.ashdowns(), Care.SOLE, Contact.LIVES_WITH, SADE, 0);
        var second = relate(first, Care.SHARED, Contact.REGULAR, OTHER, 1);
        var third = relate(second, Care.NONE, Contact.NONE, SADE, 2);

        var now = tie(third);
        assertThat(now.care()).isEqualTo(Care.NONE);
        assertThat(now.earlier()).extracting(Relationship::care).containsSubsequence(Care.SOLE, Care.SHARED);
        assertThat(now.earlier().getLast())
                .isEqualTo(new Relationship(
                        now.id(),
                        now.from(),
                        now.to(),
                        Kind.PARENT,
                        Care.SHARED,
                        Contact.REGULAR,
                        "the mother",
                        OTHER,
                        NOW.plusSeconds(1)));
        assertThat(third.relationships())
                .filteredOn(r -> r.id().equals(now.id()))
                .hasSize(1);
    }

    @Test
    void the_same_said_again_is_no_change() {
        var once = relate(FamilyMother.ashdowns(), Care.SOLE, Contact.LIVES_WITH, SADE, 0);
        var again = relate(once, Care.SOLE, Contact.LIVES_WITH, SADE, 60);

        assertThat(tie(again).earlier()).isEqualTo(tie(once).earlier());
        assertThat(tie(again).at()).isEqualTo(NOW.plusSeconds(60));
    }

    @Test
    void an_agency_from_which_somebody_is_protected_reads_of_it_what_it_wrote_itself() {
        var known = relate(
                relate(FamilyMother.ashdowns(), Care.SOLE, Contact.LIVES_WITH, OTHER, 0),
                Care.NONE,
                Contact.NONE,
                SADE,
                1);

        assertThat(tie(known).earlier()).extracting(Relationship::recordedBy).contains(OTHER);
        assertThat(tie(known).writtenBy(SADE.agency()).earlier())
                .extracting(Relationship::recordedBy)
                .doesNotContain(OTHER);
    }

    private static Family relate(Family family, Care care, Contact contact, Author by, int later) {
        var at = NOW.plusSeconds(later);
        var people = family.people();
        var from = people.getFirst().id();
        var to = people.getLast().id();
        return changed(Changes.relate(
                family,
                new Relationship(
                        Relationship.idOf(from, to), from, to, Kind.PARENT, care, contact, "the mother", by, at),
                by,
                at));
    }

    private static Relationship tie(Family family) {
        var id = Relationship.idOf(
                family.people().getFirst().id(), family.people().getLast().id());
        return family.relationships().stream()
                .filter(r -> r.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
