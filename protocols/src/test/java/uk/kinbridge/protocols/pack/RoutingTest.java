package uk.kinbridge.protocols.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoutingTest {

    /** JWP-11 */
    @Test
    void a_delusion_about_the_child_leaves_no_lower_route() {
        Routing routing = routing("joint-working", Fact.DELUSION_INVOLVES_CHILD, Fact.CHILD_WELFARE_CONCERN);

        assertThat(ids(routing.open())).containsExactly("delusions-or-suicide-plan");
        assertThat(ids(routing.closed())).containsExactly("lower-risk");
        assertThat(routing.immediate()).isTrue();
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
