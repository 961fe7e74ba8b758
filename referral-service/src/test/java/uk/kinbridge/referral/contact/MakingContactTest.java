package uk.kinbridge.referral.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.referral.information.Office.MONDAY_TEN;
import static uk.kinbridge.referral.information.Office.SADE;
import static uk.kinbridge.referral.information.Office.TOM;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.kinbridge.protocols.sharing.Consent;
import uk.kinbridge.protocols.sharing.Purpose;
import uk.kinbridge.referral.contact.Contact.Kind;
import uk.kinbridge.referral.contact.MakeContact.Outcome;
import uk.kinbridge.referral.information.Office;
import uk.kinbridge.referral.information.StatedSharing;

/**
 * JWP-12, DOR-05, DOR-10, SAL-09, SAL-10, SAL-15, FAP-04: ways of the protocols that are no referral, gone by telling
 * or asking others, each under a decision on sharing.
 */
class MakingContactTest {

    private final Office office = new Office();
    private final Map<String, Contact> kept = new HashMap<>();
    private final MakeContact make =
            new MakeContact(office.families(), Office.protocols(), office.ask(), new Memory(), () -> "T-1");

    @Test
    void the_gp_is_alerted_to_a_risk_from_an_untreated_psychosis() {
        var contact = made(make("joint-working", "untreated-psychosis", "untreated-psychosis", null, null, agreed()));

        assertThat(contact.kind()).isEqualTo(Kind.ALERT);
        assertThat(contact.recipient()).isEqualTo("general-practice");
        assertThat(contact.withWhom()).isEqualTo("Dr Hill");
        assertThat(contact.obligations()).containsExactly("JWP-12");
        assertThat(office.decisions.find(String.valueOf(contact.decisionId())))
                .get()
                .satisfies(decision -> assertThat(decision.purpose()).isEqualTo(Purpose.TREATMENT))
                .satisfies(decision -> assertThat(decision.recipient()).isEqualTo("general-practice"));
    }

    @Test
    void nobody_is_told_whom_the_decision_on_sharing_keeps_it_from() {
        var outcome =
                make("joint-working", "untreated-psychosis", "untreated-psychosis", null, null, StatedSharing.NOTHING);

        assertThat(outcome).isInstanceOf(Outcome.NotShared.class);
        assertThat(kept).isEmpty();
    }

    @Test
    void evidence_against_somebody_who_works_with_children_goes_to_the_designated_officer() {
        var contact = made(make("dorset", "unsafe-in-role", "unsafe-in-work-with-children", null, null, agreed()));

        assertThat(contact.recipient()).contains("designated-officer");
        assertThat(contact.obligations()).containsExactly("DOR-10");
    }

    @Test
    void a_discussion_keeps_the_advice_and_needs_no_name() {
        var without =
                make("dorset", "parent-may-be-abused", "parent-may-be-abused", "dorset-childrens-services", null, null);
        var contact = made(make(
                "dorset",
                "parent-may-be-abused",
                "parent-may-be-abused",
                "dorset-childrens-services",
                "Assess together.",
                null));

        assertThat(((Outcome.Unknown) without).byField()).containsOnlyKeys("advice");
        assertThat(contact.kind()).isEqualTo(Kind.DISCUSSION);
        assertThat(contact.advice()).isEqualTo("Assess together.");
        assertThat(contact.decisionId()).isNull();
        assertThat(contact.parties()).containsExactly(TOM.agency());
    }

    @Test
    void the_youth_offending_way_has_two_steps_each_by_its_kind() {
        String[] facts = {"young-person-uses-substances", "youth-offending"};
        var talk = made(make(
                "t",
                "salford",
                "young-person-and-youth-offending",
                facts,
                Kind.DISCUSSION,
                "achieve-salford",
                "Refer.",
                null));
        var alert = made(make("a", "salford", "young-person-and-youth-offending", facts, Kind.ALERT, null, null, null));

        assertThat(talk.recipient()).isEqualTo("achieve-salford");
        assertThat(alert.recipient()).isEqualTo("youth-justice");
        assertThat(List.of(talk, alert))
                .allSatisfy(contact -> assertThat(contact.obligations()).contains("SAL-10"));
    }

    @Test
    void a_parent_who_declines_treatment_is_told_of_to_their_gp() {
        assertThat(made(make(
                                "salford",
                                "declined-or-not-required",
                                "referral-declined-by-parent",
                                null,
                                null,
                                agreed()))
                        .recipient())
                .isEqualTo("general-practice");
    }

    @Test
    void adult_staff_go_to_childrens_services_about_a_child_and_liaise_with_its_workers() {
        String[] facts = {"child-welfare-concern"};
        var talk = made(make(
                "t",
                "family-approach",
                "child-in-the-family",
                facts,
                Kind.DISCUSSION,
                "southampton-childrens-services",
                "Early help.",
                null));
        var liaison = made(make(
                "l",
                "family-approach",
                "child-in-the-family",
                facts,
                Kind.LIAISON,
                "southampton-childrens-services",
                null,
                null));

        assertThat(List.of(talk, liaison))
                .allSatisfy(contact -> assertThat(contact.obligations()).containsExactly("FAP-04"));
    }

    @Test
    void a_way_that_the_situation_does_not_open_cannot_be_gone() {
        assertThat(((Outcome.Unknown) make("dorset", "unsafe-in-role", "child-welfare-concern", null, null, null))
                        .byField())
                .containsOnlyKeys("route");
        assertThat(((Outcome.Unknown) make("joint-working", "adult-at-risk", "adult-at-risk", null, null, null))
                        .byField())
                .as("a way that is a referral")
                .containsOnlyKeys("kind");
    }

    @Test
    void to_others_the_family_does_not_exist_and_a_repetition_changes_nothing() {
        var request = request(
                "dorset",
                "parent-may-be-abused",
                new String[] {"parent-may-be-abused"},
                null,
                "dorset-childrens-services",
                "Advice.",
                null);

        assertThat(make.make("x", "f-1", request, SADE, MONDAY_TEN)).isInstanceOf(Outcome.NotFound.class);
        var first = make.make("x", "f-1", request, TOM, MONDAY_TEN);
        assertThat(make.make("x", "f-1", request, TOM, MONDAY_TEN.plusSeconds(60)))
                .isEqualTo(first);
    }

    private Outcome make(
            String protocol,
            String route,
            String fact,
            @Nullable String agency,
            @Nullable String advice,
            @Nullable StatedSharing named) {
        return make("c-" + kept.size(), protocol, route, new String[] {fact}, null, agency, advice, named);
    }

    private Outcome make(
            String id,
            String protocol,
            String route,
            String[] facts,
            @Nullable Kind kind,
            @Nullable String agency,
            @Nullable String advice,
            @Nullable StatedSharing named) {
        return make.make(id, "f-1", request(protocol, route, facts, kind, agency, advice, named), TOM, MONDAY_TEN);
    }

    private static MakeContact.Request request(
            String protocol,
            String route,
            String[] facts,
            @Nullable Kind kind,
            @Nullable String agency,
            @Nullable String advice,
            @Nullable StatedSharing named) {
        return new MakeContact.Request(
                protocol,
                route,
                List.of(facts),
                kind,
                agency,
                "Dr Hill",
                null,
                "An assessment is needed.",
                advice,
                named != null,
                named == null ? List.of() : List.of("robin"),
                named == null ? StatedSharing.NOTHING : named);
    }

    private static Contact made(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Made.class);
        return ((Outcome.Made) outcome).contact();
    }

    private static StatedSharing agreed() {
        return new StatedSharing(
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(new StatedSharing.Answer("robin", Consent.Answer.GIVEN, null, null, "Asked at home.")),
                null,
                null,
                null,
                null,
                null);
    }

    private final class Memory implements Contacts {
        @Override
        public Contact add(Contact contact, Instant now) {
            kept.putIfAbsent(contact.id(), contact);
            return contact;
        }

        @Override
        public Optional<Contact> find(String id) {
            return Optional.ofNullable(kept.get(id));
        }

        @Override
        public List<Contact> of(String familyId, String agency, @Nullable Place after, int limit) {
            return List.copyOf(kept.values());
        }
    }
}
