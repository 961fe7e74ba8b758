package uk.kinbridge.referral.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import uk.kinbridge.protocols.pack.AgencyRole;
import uk.kinbridge.protocols.pack.Fact;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.pack.Packs;
import uk.kinbridge.protocols.pack.Pathway;
import uk.kinbridge.protocols.sharing.ChildConcern;
import uk.kinbridge.protocols.sharing.Consent;
import uk.kinbridge.protocols.sharing.SharingDecision.Kind;
import uk.kinbridge.referral.information.DecideForReferral;
import uk.kinbridge.referral.information.KeptDecision;
import uk.kinbridge.referral.information.Office;
import uk.kinbridge.referral.information.StatedSharing;

/**
 * JWP-07, SAL-02, HAC-16, DOR-01: on every pathway into Children's Social Care of every protocol, whatever is stated, a
 * refusal stops what is said to be a lower concern and nothing else, and more harm never shares less.
 */
class RefusalNeverStopsProtectionTest {

    private static final List<List<String>> FACTS = Stream.concat(
                    Stream.of(
                                    Fact.CHILD_WELFARE_CONCERN,
                                    Fact.UNBORN_CHILD_CONCERN,
                                    Fact.REFERRAL_NEEDED,
                                    Fact.SUBSTANCE_MISUSE,
                                    Fact.CHILD_AT_RISK_OF_SIGNIFICANT_HARM,
                                    Fact.DELUSION_INVOLVES_CHILD,
                                    Fact.CHILD_IN_SUICIDE_PLAN,
                                    Fact.CHILD_HOME_ALONE)
                            .map(fact -> List.of(fact.word())),
                    Stream.of(List.<String>of()))
            .toList();

    private final Office office = new Office();

    static Stream<Arguments> intoSocialCare() {
        return Packs.shipped().all().stream()
                .flatMap(pack -> protecting(pack).map(pathway -> Arguments.of(pack, pathway)));
    }

    private static Stream<Pathway> protecting(Pack pack) {
        return pack.pathways().stream()
                .filter(pathway -> pathway.to().agency() == AgencyRole.CHILDRENS_SOCIAL_CARE)
                .filter(pathway -> pack.practice().routes().stream()
                        .anyMatch(route -> route.onlyWay() && route.leadsTo(pathway.id())));
    }

    @Test
    void there_is_such_a_pathway_in_every_local_protocol() {
        assertThat(Packs.shipped().all())
                .filteredOn(pack -> !pack.national())
                .hasSize(5)
                .allSatisfy(pack -> assertThat(protecting(pack)).isNotEmpty());
    }

    @ParameterizedTest
    @MethodSource("intoSocialCare")
    void a_refusal_stops_only_what_is_said_to_be_a_lower_concern(Pack pack, Pathway pathway) {
        for (var facts : FACTS) {
            for (var concern : new ChildConcern[] {null, ChildConcern.NONE, ChildConcern.LOWER}) {
                var asked = asked(pack, pathway, facts, concern);
                var decision = decide(asked);
                if (decision.outcome() == Kind.DO_NOT_SHARE && !asked.leavesOpen(decision)) {
                    assertThat(decision.inputs().childConcern())
                            .as("%s %s", facts, concern)
                            .isEqualTo("lower");
                }
                if (asked.leavesOpen(decision)) {
                    assertThat(office.decisions.find(decision.id()))
                            .as("nothing has been decided")
                            .isEmpty();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("intoSocialCare")
    void more_harm_never_shares_less(Pack pack, Pathway pathway) {
        for (var facts : FACTS) {
            var less = false;
            for (var concern : ChildConcern.values()) {
                var shares = decide(asked(pack, pathway, facts, concern)).shares();
                assertThat(shares || !less).as("%s %s", facts, concern).isTrue();
                less = shares;
            }
            assertThat(less).as("significant harm, %s", facts).isTrue();
        }
    }

    @Test
    void a_pathway_that_is_never_for_harm_asks_for_no_level() {
        var dorset = ReferralMother.rules("dorset", "young-carer");
        var asked = asked(dorset.pack(), dorset.pathway(), List.of(), null);

        assertThat(asked.leavesOpen(decide(asked))).isFalse();
    }

    private KeptDecision decide(DecideForReferral.About asked) {
        return office.forReferral().decide("r-" + asked.said(), true, asked, Office.TOM, Office.MONDAY_TEN);
    }

    private DecideForReferral.About asked(
            Pack pack, Pathway pathway, List<String> situation, @Nullable ChildConcern concern) {
        var id = pathway.id().value();
        var stated = new StatedSharing(
                        null,
                        concern,
                        null,
                        false,
                        false,
                        false,
                        null,
                        List.of(new StatedSharing.Answer("robin", Consent.Answer.REFUSED, null, null, "Asked.")),
                        null,
                        null,
                        null,
                        null,
                        null)
                .with(situation)
                .with(OnlyForHarm.facts(pack, id));
        var statement = stated.toStatement();
        return new DecideForReferral.About(
                office.family(),
                pack,
                pack.agencies(AgencyRole.CHILDRENS_SOCIAL_CARE).getFirst().id().value(),
                List.of("robin", "wren"),
                statement,
                pack.reference() + id + stated,
                new KeptDecision.Occasion("referral", "r-1", "R-1"),
                OnlyForHarm.leavesLevelOpen(pack, id, statement));
    }
}
