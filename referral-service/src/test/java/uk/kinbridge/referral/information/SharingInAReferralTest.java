package uk.kinbridge.referral.information;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.referral.information.Office.MONDAY_TEN;
import static uk.kinbridge.referral.information.Office.SOCIAL_CARE;
import static uk.kinbridge.referral.information.Office.TOM;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.kinbridge.protocols.pack.Fact;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.pack.PackId;
import uk.kinbridge.protocols.pack.Packs;
import uk.kinbridge.protocols.sharing.AdultConcern;
import uk.kinbridge.protocols.sharing.ChildConcern;
import uk.kinbridge.protocols.sharing.Consent;
import uk.kinbridge.protocols.sharing.FieldGroup;
import uk.kinbridge.protocols.sharing.Purpose;
import uk.kinbridge.protocols.sharing.SharingDecision.Kind;

/** JWP-06, SAL-02, DOR-01, DOR-02, DOR-03, DOR-04: the decision that every referral passes. */
class SharingInAReferralTest {

    private final Office office = new Office();

    @Test
    void before_a_referral_to_childrens_social_care_the_family_is_told_or_the_reason_against_it_is_recorded() {
        var harm = said(ChildConcern.SIGNIFICANT_HARM, null, null, null);
        var told = said(ChildConcern.SIGNIFICANT_HARM, null, null, new StatedSharing.Talk(true, "Told on Monday."));
        var not =
                said(ChildConcern.SIGNIFICANT_HARM, null, null, new StatedSharing.Talk(false, "The partner listens."));

        var first = decide("joint-working", "southampton-childrens-services", harm);
        assertThat(first.outcome()).isEqualTo(Kind.ASK_FIRST);
        assertThat(first.obligations()).contains("JWP-06");
        assertThat(office.decisions.find(first.id())).as("no decision yet").isEmpty();

        for (var stated : List.of(told, not)) {
            var second = decide("joint-working", "southampton-childrens-services", stated);
            assertThat(second.outcome()).isEqualTo(Kind.SHARE_REQUIRED);
            assertThat(second.obligations()).contains("JWP-06", "JWP-07");
            assertThat(second.inputs().discussion()).isNotBlank();
        }
    }

    @Test
    void dorset_wants_consent_for_a_lower_concern_and_for_unmet_needs() {
        assertThat(decide("dorset", "dorset-childrens-services", said(ChildConcern.LOWER, null, null, null)))
                .satisfies(d -> assertThat(d.outcome()).isEqualTo(Kind.ASK_FIRST))
                .satisfies(d -> assertThat(d.obligations()).contains("DOR-03"));
        assertThat(decide(
                        "dorset",
                        "dorset-adults-services",
                        said(null, AdultConcern.UNMET_NEEDS, Consent.Answer.GIVEN, null)))
                .satisfies(d -> assertThat(d.outcome()).isEqualTo(Kind.SHARE_WITH_CONSENT))
                .satisfies(d -> assertThat(d.obligations()).contains("DOR-04"));
    }

    @Test
    void dorset_shares_about_an_adult_at_risk_without_consent_where_a_child_is_at_risk_too() {
        assertThat(decide(
                                "dorset",
                                "dorset-adults-services",
                                said(null, AdultConcern.AT_RISK, Consent.Answer.REFUSED, null))
                        .outcome())
                .isEqualTo(Kind.DO_NOT_SHARE);
        var both = decide(
                "dorset",
                "dorset-adults-services",
                said(ChildConcern.SIGNIFICANT_HARM, AdultConcern.AT_RISK, Consent.Answer.REFUSED, null));
        assertThat(both.outcome()).isEqualTo(Kind.SHARE_REQUIRED);
        assertThat(both.obligations()).contains("DOR-02", "DOR-01");
    }

    @Test
    void a_refused_referral_goes_once_another_statement_lets_it_and_the_same_request_meets_its_first_decision() {
        var refused = said(null, AdultConcern.AT_RISK, Consent.Answer.REFUSED, null);
        var worse = said(ChildConcern.SIGNIFICANT_HARM, AdultConcern.AT_RISK, Consent.Answer.REFUSED, null);
        assertThat(sent(refused, MONDAY_TEN).outcome()).isEqualTo(Kind.DO_NOT_SHARE);

        var decision = sent(worse, MONDAY_TEN.plusSeconds(60));

        assertThat(decision.outcome()).isEqualTo(Kind.SHARE_REQUIRED);
        assertThat(sent(worse, MONDAY_TEN.plusSeconds(120))).isEqualTo(decision);
        assertThat(sent(refused, MONDAY_TEN.plusSeconds(120)).at()).isEqualTo(MONDAY_TEN);
    }

    @Test
    void a_referral_that_the_record_refused_goes_when_the_person_agrees_after_all() {
        var nothing = said(null, AdultConcern.UNMET_NEEDS, null, null);
        office.consented("c-1", Purpose.ADULT_CARE, answer(Consent.Answer.REFUSED), null, MONDAY_TEN);
        var first = sent(nothing, MONDAY_TEN);
        assertThat(first.outcome()).isEqualTo(Kind.DO_NOT_SHARE);
        assertThat(sent(nothing, MONDAY_TEN.plusSeconds(30))).isEqualTo(first);

        office.consented("c-2", Purpose.ADULT_CARE, answer(Consent.Answer.GIVEN), null, MONDAY_TEN.plusSeconds(60));

        assertThat(sent(nothing, MONDAY_TEN.plusSeconds(90)).outcome()).isEqualTo(Kind.SHARE_WITH_CONSENT);
    }

    private static Consent answer(Consent.Answer answer) {
        return new Consent(answer, null, Consent.GivenBy.SELF);
    }

    @Test
    void a_lower_level_that_is_stated_takes_no_danger_back_and_a_refusal_blocks_no_protection() {
        for (var fact : List.of(
                Fact.CHILD_AT_RISK_OF_SIGNIFICANT_HARM,
                Fact.DELUSION_INVOLVES_CHILD,
                Fact.CHILD_IN_SUICIDE_PLAN,
                Fact.CHILD_HOME_ALONE)) {
            for (var concern : ChildConcern.values()) {
                for (var answer : List.of(Consent.Answer.REFUSED, Consent.Answer.GIVEN)) {
                    var stated = said(concern, AdultConcern.NONE, answer, null).with(List.of(fact.word()));
                    assertThat(decide("dorset", "dorset-childrens-services", stated)
                                    .outcome())
                            .as("%s, stated as %s, answered %s", fact, concern, answer)
                            .isEqualTo(Kind.SHARE_REQUIRED);
                }
            }
        }
    }

    @Test
    void more_harm_never_shares_less() {
        for (var answer : Consent.Answer.values()) {
            if (answer == Consent.Answer.NOT_SOUGHT) {
                continue;
            }
            for (var fact : List.of(Fact.ADULT_AT_RISK, Fact.ADULT_WITH_UNMET_NEEDS, Fact.CHILD_WELFARE_CONCERN)) {
                var less = false;
                for (var concern : ChildConcern.values()) {
                    var stated = said(concern, null, answer, null).with(List.of(fact.word()));
                    var shares =
                            decide("dorset", "dorset-adults-services", stated).shares();
                    assertThat(shares || !less)
                            .as("%s %s %s", answer, fact, concern)
                            .isTrue();
                    less = shares;
                }
            }
        }
    }

    private KeptDecision sent(StatedSharing stated, Instant now) {
        return office.forReferral()
                .decide(
                        "r-1",
                        true,
                        new DecideForReferral.About(
                                office.family(),
                                pack("dorset"),
                                "dorset-adults-services",
                                List.of("robin", "wren"),
                                stated.toStatement(),
                                stated.toString(),
                                new KeptDecision.Occasion("referral", "r-1", "R-1"),
                                false),
                        TOM,
                        now);
    }

    @Test
    void the_address_stays_back_from_the_file_of_somebody_whom_the_child_is_protected_from() {
        office.protectedFrom = Map.of("wren", Set.of("robin"));

        var decision = decide("hackney", SOCIAL_CARE, said(ChildConcern.SIGNIFICANT_HARM, null, null, null));

        assertThat(decision.shares()).isTrue();
        assertThat(decision.of("wren")).contains(FieldGroup.IDENTITY).doesNotContain(FieldGroup.WHEREABOUTS);
        assertThat(WhatIsShown.address(decision, "12 Made-up Road")).isNull();
    }

    @Test
    void the_address_stays_back_from_an_agency_that_must_not_know_it() {
        office.protectedFrom = Map.of("wren", Set.of(KnownFamily.agency(SOCIAL_CARE)));

        var decision = decide("hackney", SOCIAL_CARE, said(ChildConcern.SIGNIFICANT_HARM, null, null, null));

        assertThat(WhatIsShown.address(decision, "12 Made-up Road")).isNull();
    }

    @Test
    void the_address_goes_where_it_is_needed_and_nobody_hides() {
        var decision = decide("hackney", SOCIAL_CARE, said(ChildConcern.SIGNIFICANT_HARM, null, null, null));

        assertThat(WhatIsShown.address(decision, "12 Made-up Road")).isEqualTo("12 Made-up Road");
    }

    private KeptDecision decide(String pack, String recipient, StatedSharing stated) {
        return office.forReferral()
                .decide(
                        "d-" + pack + stated.hashCode(),
                        true,
                        new DecideForReferral.About(
                                office.family(),
                                pack(pack),
                                recipient,
                                List.of("robin", "wren"),
                                stated.toStatement(),
                                stated.toString(),
                                new KeptDecision.Occasion("referral", "r-1", "R-1"),
                                false),
                        TOM,
                        MONDAY_TEN);
    }

    private static Pack pack(String id) {
        return Packs.shipped().latest(new PackId(id)).orElseThrow();
    }

    private static StatedSharing said(
            @Nullable ChildConcern child,
            @Nullable AdultConcern adult,
            Consent.@Nullable Answer answer,
            StatedSharing.@Nullable Talk talk) {
        return new StatedSharing(
                null,
                child,
                adult,
                false,
                false,
                false,
                null,
                answer == null
                        ? null
                        : List.of(new StatedSharing.Answer("robin", answer, null, null, "Asked at home.")),
                talk,
                null,
                null,
                null,
                null);
    }
}
