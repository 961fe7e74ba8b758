package uk.kinbridge.referral.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.referral.referral.ReferralMother.MONDAY_TEN;
import static uk.kinbridge.referral.referral.ReferralMother.SOCIAL_WORKER;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.protocols.pack.Priority;
import uk.kinbridge.referral.referral.ReferralEvent.NoticeRequested;

/** JWP-09: a safeguarding issue raises the priority of a referral to adult services, and nothing else does. */
class SafeguardingRaisesPriorityTest {

    private static final Rules ADULT_SERVICES = ReferralMother.rules("joint-working", "adult-services");

    @Test
    void ranks_higher_with_a_safeguarding_issue_where_the_pathway_asks_after_one() {
        assertThat(ADULT_SERVICES.priority(List.of("adult-with-unmet-needs"))).isEqualTo(Priority.PRIORITY);
        assertThat(ADULT_SERVICES.priority(List.of("adult-with-unmet-needs", "safeguarding-issue")))
                .isEqualTo(Priority.URGENT);
    }

    @Test
    void stays_as_the_protocol_ranks_it_elsewhere() {
        var rules = ReferralMother.intoTreatment();

        assertThat(rules.priority(List.of("safeguarding-issue")))
                .isEqualTo(rules.pathway().priority());
    }

    @Test
    void an_issue_that_comes_to_light_later_raises_the_rank_and_the_story_says_so() {
        var referral = EveryPathwayRunsTest.begun(ADULT_SERVICES);

        var next = told(referral, "safeguarding-issue").next();

        assertThat(referral.priority()).isEqualTo("priority");
        assertThat(next.priority()).isEqualTo("urgent");
        assertThat(next.history().getLast())
                .returns("referral.priority-raised", Happening::what)
                .returns(List.of("JWP-09"), Happening::obligations)
                .returns(Map.of("before", "priority", "after", "urgent"), Happening::said);
    }

    @Test
    void the_receiving_agency_acknowledges_the_higher_rank_or_is_chased() {
        var referral = EveryPathwayRunsTest.begun(ADULT_SERVICES);

        assertThat(told(referral, "safeguarding-issue").events())
                .filteredOn(event -> to(event).equals(referral.recipient().agency()))
                .singleElement()
                .isInstanceOfSatisfying(NoticeRequested.class, notice -> {
                    assertThat(notice.purpose()).isEqualTo("priority-raised");
                    assertThat(notice.to().agency())
                            .isEqualTo(referral.recipient().agency());
                    assertThat(notice.acknowledgeBy()).isAfter(MONDAY_TEN);
                    assertThat(Objects.requireNonNull(notice.pursuit()).steps())
                            .isNotEmpty()
                            .allSatisfy(step -> assertThat(step.toldBy()).isNull());
                });
    }

    @Test
    void what_is_known_already_raises_nothing_again_and_nothing_lowers_the_rank() {
        var once = told(EveryPathwayRunsTest.begun(ADULT_SERVICES), "safeguarding-issue")
                .next();

        var twice = told(once, "safeguarding-issue", "adult-with-unmet-needs");

        assertThat(twice.next().priority()).isEqualTo("urgent");
        assertThat(twice.events())
                .isNotEmpty()
                .allSatisfy(
                        event -> assertThat(((NoticeRequested) event).purpose()).isEqualTo("situation-told"));
        assertThat(twice.next().history())
                .filteredOn(line -> line.what().equals("referral.priority-raised"))
                .hasSize(1);
    }

    private static String to(ReferralEvent event) {
        return ((NoticeRequested) event).to().agency();
    }

    private static Change<Referral, ReferralEvent> told(Referral referral, String... words) {
        return new Amended(referral, SOCIAL_WORKER, MONDAY_TEN.plusSeconds(60), Passing.ALL)
                .told(List.of(words), ADULT_SERVICES);
    }
}
