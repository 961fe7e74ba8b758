package uk.kinbridge.escalation.disagreement.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.FILLED;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.MONDAY_TEN;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.newerCalendar;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.raised;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import uk.kinbridge.escalation.disagreement.Disagreements;
import uk.kinbridge.escalation.disagreement.DisagreementsContract;
import uk.kinbridge.platform.testing.OnEachDatabase;
import uk.kinbridge.platform.testing.TestDatabase;
import uk.kinbridge.protocols.pack.Fact;
import uk.kinbridge.protocols.published.FollowsCalendars;

/** Disagreements are found again as they were, on every database that the suite may run on. */
@OnEachDatabase
class MongoDisagreementsTest extends DisagreementsContract {

    private final MongoTemplate mongo;
    private final MongoDisagreements disagreements;

    MongoDisagreementsTest(TestDatabase database) {
        this.mongo = new MongoTemplate(database.client(), database.name());
        this.disagreements = Rig.disagreements(mongo);
    }

    @Override
    protected Disagreements disagreements() {
        return disagreements;
    }

    @Test
    void those_under_an_older_list_of_bank_holidays_are_found_until_they_follow_the_newer_one() {
        var newer = newerCalendar("2026-11-24");
        var following = Rig.disagreements(mongo, newer).following();
        disagreements.add(raised("behind", FILLED, MONDAY_TEN), MONDAY_TEN);
        disagreements.add(raised("urgent", FILLED, MONDAY_TEN, Fact.CHILD_AT_RISK_OF_SIGNIFICANT_HARM), MONDAY_TEN);

        assertThat(ids(following, newer.version())).contains("behind").doesNotContain("urgent");
        bringAll(following, newer.version(), MONDAY_TEN.plusSeconds(60));

        assertThat(ids(following, newer.version())).isEmpty();
        var clock = disagreements
                .find("behind")
                .orElseThrow()
                .disagreement()
                .clock()
                .orElseThrow();
        assertThat(clock.variations()).hasSize(1);
        assertThat(clock.calendar()).isEqualTo(newer.version());
    }

    private static <R> List<String> ids(FollowsCalendars<R> following, String calendar) {
        return following.behind(calendar, null, 100).stream()
                .map(read -> following.placeOf(read).id())
                .toList();
    }

    private static <R> void bringAll(FollowsCalendars<R> following, String calendar, Instant now) {
        following.behind(calendar, null, 100).forEach(read -> following.bring(read, now));
    }
}
