package uk.kinbridge.protocols.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutingTest {

    /** JWP-11 */
    @Test
    void a_delusion_about_the_child_leaves_no_lower_route() {
        Routing routing = routing("joint-working", Fact.DELUSION_INVOLVES_CHILD, Fact.CHILD_WELFARE_CONCERN);

        assertThat(ids(routing.open())).containsExactly("delusions-or-suicide-plan");
        assertThat(ids(routing.closed())).containsExactly("lower-risk");
        assertThat(routing.immediate()).isTrue();
    }

    /** JWP-11, SAL-15: whatever was ticked beside it. */
    @ParameterizedTest
    @CsvSource({
        "joint-working, adult-services",
        "dorset, young-carer",
        "dorset, adult-access",
        "hackney, into-treatment",
        "salford, into-treatment",
        "salford, young-people",
        "salford, holding-families"
    })
    void a_child_in_danger_closes_every_lower_pathway_of_every_protocol(String pack, String lower) {
        var whole = Packs.shipped().latest(new PackId(pack)).orElseThrow();

        for (Fact fact : Fact.hardForAChild()) {
            assertThat(Routing.of(whole, EnumSet.of(fact)).closes(new PathwayId(lower), whole))
                    .as(fact.spoken())
                    .isTrue();
        }
        assertThat(Routing.of(whole, EnumSet.of(Fact.CHILD_WELFARE_CONCERN)).closes(new PathwayId(lower), whole))
                .isFalse();
    }

    /** JWP-04: protecting an adult is no lower way than protecting a child. */
    @ParameterizedTest
    @CsvSource({
        "joint-working, child-at-risk",
        "joint-working, adult-at-risk",
        "dorset, child-to-duty-team",
        "dorset, adult-safeguarding",
        "hackney, into-social-care",
        "salford, to-the-bridge"
    })
    void what_protects_is_never_closed(String pack, String pathway) {
        var whole = Packs.shipped().latest(new PackId(pack)).orElseThrow();

        for (Fact fact : Fact.values()) {
            assertThat(Routing.of(whole, EnumSet.of(fact)).closes(new PathwayId(pathway), whole))
                    .isFalse();
        }
    }

    /** JWP-04 */
    @Test
    void a_child_and_an_adult_at_risk_run_side_by_side() {
        Routing routing = routing("joint-working", Fact.CHILD_AT_RISK_OF_SIGNIFICANT_HARM, Fact.ADULT_AT_RISK);

        assertThat(ids(routing.open())).containsExactly("child-at-risk", "adult-at-risk-beside-child");
    }

    /** HAC-13 */
    @Test
    void the_route_follows_what_the_assessment_found() {
        assertThat(ids(routing("hackney", Fact.CHILD_CARED_FOR).open())).containsExactly("keep-reviewing");
        assertThat(ids(routing("hackney", Fact.CHILD_CARED_FOR, Fact.REFERRAL_NEEDED)
                        .open()))
                .containsExactly("refer-to-first-response");
        assertThat(ids(routing("hackney", Fact.REFERRAL_NEEDED, Fact.KNOWN_TO_CHILDRENS_SOCIAL_CARE)
                        .open()))
                .containsExactly("known-family");
    }

    /** SAL-15 */
    @Test
    void a_lower_concern_is_discussed_with_the_bridge_first() {
        assertThat(routing("salford", Fact.CHILD_WELFARE_CONCERN).open())
                .singleElement()
                .satisfies(
                        route -> assertThat(route.take()).containsExactly(new Route.Take.Discuss(Need.CHILD_WELFARE)));
    }

    private static Routing routing(String pack, Fact first, Fact... more) {
        return Routing.of(Packs.shipped().latest(new PackId(pack)).orElseThrow(), EnumSet.of(first, more));
    }

    private static List<String> ids(List<Route> routes) {
        return routes.stream().map(route -> route.id().value()).toList();
    }
}
