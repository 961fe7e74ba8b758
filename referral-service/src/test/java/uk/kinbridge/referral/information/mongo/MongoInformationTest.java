package uk.kinbridge.referral.information.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.referral.information.DecisionMother.aDecision;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.mongo.Aggregates;
import uk.kinbridge.platform.mongo.OutboxEntry;
import uk.kinbridge.platform.testing.OnEachDatabase;
import uk.kinbridge.platform.testing.TestDatabase;
import uk.kinbridge.referral.information.ConsentRecords;
import uk.kinbridge.referral.information.DecisionMother;
import uk.kinbridge.referral.information.KeptDecision;
import uk.kinbridge.referral.information.SharingDecisions;
import uk.kinbridge.referral.information.SharingDecisions.Place;

/** Consent and decisions are found again as they were, on every database that the suite may run on. */
@OnEachDatabase
class MongoInformationTest {

    private static final Instant AT = DecisionMother.AT;

    private final ConsentRecords records;
    private final SharingDecisions decisions;

    MongoInformationTest(TestDatabase database) {
        var mongo = new MongoTemplate(database.client(), database.name());
        var aggregates = new Aggregates(mongo);
        this.records = new MongoConsentRecords(
                aggregates,
                (id, event, now) -> new OutboxEntry(id, event.getClass().getSimpleName(), "{}"));
        this.decisions = new MongoSharingDecisions(
                mongo,
                aggregates,
                (id, event, now) -> new OutboxEntry(id, event.getClass().getSimpleName(), "{}"));
    }

    @Test
    void a_decision_is_found_again_as_it_was_and_never_overwritten() {
        var first = aDecision("d-1", "f-whole", AT, List.of("c-1"));
        decisions.keep(Change.silent(first), AT);
        decisions.keep(Change.silent(aDecision("d-1", "f-other", AT, List.of())), AT);

        assertThat(decisions.find("d-1")).contains(first);
        assertThat(decisions.find("d-0")).isEmpty();
    }

    @Test
    void a_familys_decisions_come_page_by_page_to_their_parties_the_last_first() {
        for (int i = 0; i < 5; i++) {
            decisions.keep(Change.silent(aDecision("p-" + i, "f-pages", AT.plusSeconds(i / 2), List.of())), AT);
        }

        var first = decisions.of("f-pages", DecisionMother.RECIPIENT, null, 3);
        var last = first.getLast();
        var second = decisions.of("f-pages", DecisionMother.RECIPIENT, new Place(last.at(), last.id()), 3);

        assertThat(first).extracting(KeptDecision::id).containsExactly("p-4", "p-3", "p-2");
        assertThat(second).extracting(KeptDecision::id).containsExactly("p-1", "p-0");
        assertThat(decisions.of("f-pages", "hackney-alcohol-treatment", null, 3))
                .isEmpty();
        assertThat(decisions.sharedWith(DecisionMother.RECIPIENT, "f-pages")).isTrue();
        assertThat(decisions.sharedWith("hackney-alcohol-treatment", "f-pages")).isFalse();
    }

    @Test
    void those_that_rely_on_a_consent_are_found() {
        decisions.keep(Change.silent(aDecision("r-1", "f-relying", AT, List.of("c-7"))), AT);

        assertThat(decisions.relyingOn("c-7")).extracting(KeptDecision::id).containsExactly("r-1");
        assertThat(decisions.relyingOn("c-8")).isEmpty();
    }

    @Test
    void a_consent_record_is_found_again_as_it_was_and_an_old_version_saves_nothing() {
        var record = DecisionMother.aConsentRecord("f-consents");

        assertThat(records.save(0, Change.silent(record), AT)).isTrue();
        assertThat(records.save(0, Change.silent(record), AT))
                .as("begun before")
                .isFalse();
        assertThat(records.find("f-consents")).contains(new ConsentRecords.Held(record, 1));
        assertThat(records.save(1, Change.silent(record), AT)).isTrue();
        assertThat(records.save(1, Change.silent(record), AT)).as("stale").isFalse();
    }
}
