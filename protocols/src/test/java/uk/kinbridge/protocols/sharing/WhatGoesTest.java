package uk.kinbridge.protocols.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.protocols.sharing.Asked.person;

import org.junit.jupiter.api.Test;
import uk.kinbridge.protocols.pack.Recorded;
import uk.kinbridge.protocols.sharing.PersonConcerned.Part;

/** Minimum necessary, field by field and person by person: JWP-07, ENG-11. */
class WhatGoesTest {

    private static final PersonConcerned PARTNER = person("sam", Part.ADULT, 40, Consent.NOT_YET);
    private static final PersonConcerned CHILD = person("wren", Part.CHILD, 7, Consent.NOT_YET);

    @Test
    void an_associated_adult_stays_out_until_they_consent() {
        var grounds = Asked.of("child=lower consent=given for=child-welfare")
                .alsoOf(PARTNER)
                .alsoOf(CHILD)
                .under("joint-working")
                .grounds();

        assertThat(grounds.of("sam")).isEmpty();
        assertThat(grounds.of("wren")).contains(FieldGroup.IDENTITY);
        assertThat(grounds.heldBack())
                .extracting(SharingDecision.HeldBack::person)
                .containsExactly("sam");
    }

    @Test
    void an_associated_adult_goes_along_where_a_child_may_come_to_harm() {
        var grounds = Asked.of("child=harm consent=refused for=child-protection")
                .alsoOf(PARTNER)
                .under("joint-working")
                .grounds();

        assertThat(grounds.of("sam")).contains(FieldGroup.IDENTITY, FieldGroup.CONCERN);
    }

    @Test
    void a_child_of_sixteen_answers_for_themselves_also_when_they_only_come_along() {
        var grounds = Asked.of("consent=given for=treatment")
                .alsoOf(person("kit", Part.CHILD, 16, Consent.NOT_YET))
                .under("hackney")
                .grounds();

        assertThat(grounds.of("kit")).isEmpty();
    }

    @Test
    void liaison_tells_the_concern_and_not_the_treatment() {
        var grounds = Asked.of("consent=given for=liaison")
                .alsoOf(CHILD)
                .under("salford")
                .grounds();

        assertThat(grounds.of("robin"))
                .containsExactlyInAnyOrder(FieldGroup.IDENTITY, FieldGroup.CONCERN)
                .doesNotContain(FieldGroup.HEALTH, FieldGroup.WHEREABOUTS);
    }

    @Test
    void an_address_is_held_back_from_the_file_of_somebody_a_child_is_protected_from() {
        var grounds = Asked.of("child=harm consent=refused for=treatment")
                .alsoOf(person("wren", Part.CHILD, 7, Consent.NOT_YET, "robin"))
                .alsoOf(PARTNER)
                .readBy("robin")
                .under("hackney")
                .grounds();

        assertThat(grounds.of("wren")).contains(FieldGroup.IDENTITY).doesNotContain(FieldGroup.WHEREABOUTS);
        assertThat(grounds.of("sam")).doesNotContain(FieldGroup.WHEREABOUTS);
        assertThat(grounds.heldBack()).anySatisfy(held -> {
            assertThat(held.person()).isEqualTo("wren");
            assertThat(held.fields()).containsExactly(FieldGroup.WHEREABOUTS);
        });
    }

    @Test
    void sharing_owes_a_reason_and_so_does_keeping_it() {
        assertThat(Asked.of("child=harm consent=refused")
                        .under("salford")
                        .grounds()
                        .record())
                .contains(Recorded.REASON_FOR_SHARING);
        assertThat(Asked.of("child=lower consent=refused")
                        .under("salford")
                        .grounds()
                        .record())
                .contains(Recorded.REASON_FOR_NOT_SHARING)
                .doesNotContain(Recorded.REASON_FOR_SHARING);
    }

    @Test
    void a_finding_of_no_capacity_owes_its_steps_and_the_best_interests_decision() {
        assertThat(Asked.of("able=found-wanting")
                        .under("family-approach")
                        .grounds()
                        .record())
                .contains(Recorded.CAPACITY_FINDING_AND_ITS_STEPS, Recorded.BEST_INTERESTS_DECISION);
    }

    @Test
    void the_obligation_that_decides_is_cited_first() {
        assertThat(Asked.of("child=harm consent=refused fact=known-to-childrens-social-care")
                        .under("hackney")
                        .grounds()
                        .obligations()
                        .getFirst()
                        .value())
                .isEqualTo("HAC-16");
        assertThat(Asked.of("child=harm")
                        .under("joint-working")
                        .grounds()
                        .obligations()
                        .getFirst()
                        .value())
                .isEqualTo("JWP-06");
    }
}
