package uk.kinbridge.referral.draft.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.mongo.Aggregates;
import uk.kinbridge.platform.mongo.OutboxEntry;
import uk.kinbridge.platform.testing.OnEachDatabase;
import uk.kinbridge.platform.testing.TestDatabase;
import uk.kinbridge.protocols.sharing.ChildConcern;
import uk.kinbridge.referral.draft.DraftMother;
import uk.kinbridge.referral.draft.Drafts;
import uk.kinbridge.referral.draft.Drafts.Place;
import uk.kinbridge.referral.draft.Drafts.Query;
import uk.kinbridge.referral.draft.ReferralDraft;
import uk.kinbridge.referral.draft.ReferralDraft.State;
import uk.kinbridge.referral.draft.Typed;
import uk.kinbridge.referral.information.StatedSharing;
import uk.kinbridge.referral.referral.Call;
import uk.kinbridge.referral.referral.SubmitReferral;

@OnEachDatabase
class MongoDraftsTest {

    private static final Instant AT = Instant.parse("2026-11-23T10:00:00Z");

    private final Drafts drafts;

    MongoDraftsTest(TestDatabase database) {
        var mongo = new MongoTemplate(database.client(), database.name());
        this.drafts =
                new MongoDrafts(mongo, new Aggregates(mongo), (id, event, now) -> new OutboxEntry(id, "notice", "{}"));
    }

    @Test
    void comes_back_as_it_was_typed() {
        var typed = new Typed(
                "dorset",
                null,
                "f-1",
                null,
                null,
                Map.of("concern", "Half a sen"),
                List.of(new SubmitReferral.Enclosure("form", "d-1")),
                new Typed.TypedCall(AT, null, "Refer", Call.Proceed.REFER),
                List.of("child-welfare-concern"),
                null,
                new StatedSharing(
                        null,
                        ChildConcern.LOWER,
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        null,
                        new StatedSharing.Talk(true, null),
                        null,
                        null,
                        null,
                        null));
        var origin = new ReferralDraft.Origin("assessment", "a-1", "A-2222", "It indicates harm.");
        var begun = DraftMother.begun("whole", origin, typed, AT);

        drafts.add(begun, AT);

        assertThat(drafts.find("whole").orElseThrow().draft()).isEqualTo(begun.next());
    }

    @Test
    void begun_twice_it_is_one() {
        var first = drafts.add(DraftMother.begun("twice", AT), AT);

        var second = drafts.add(DraftMother.begun("twice", AT.plusSeconds(5)), AT);

        assertThat(second).isEqualTo(first);
    }

    @Test
    void two_who_type_at_once_do_not_overwrite_each_other() {
        var held = drafts.add(DraftMother.begun("both", AT), AT);

        assertThat(drafts.save(held.version(), Change.silent(held.draft()), AT)).isTrue();
        assertThat(drafts.save(held.version(), Change.silent(held.draft()), AT)).isFalse();
    }

    @Test
    void lists_the_last_touched_first_page_by_page_and_only_those_asked_for() {
        for (int i = 0; i < 5; i++) {
            drafts.add(DraftMother.begunBy("p-lists", "l-" + i, AT.plusSeconds(i / 2)), AT);
        }
        drafts.add(DraftMother.begunBy("p-other", "l-9", AT), AT);

        var first = drafts.list(new Query(DraftMother.AGENCY, "p-lists", State.OPEN, null, 3));
        var last = first.getLast().draft();
        var rest = drafts.list(
                new Query(DraftMother.AGENCY, "p-lists", State.OPEN, new Place(last.changedAt(), last.id()), 3));

        assertThat(first).extracting(held -> held.draft().id()).containsExactly("l-4", "l-3", "l-2");
        assertThat(rest).extracting(held -> held.draft().id()).containsExactly("l-1", "l-0");
        assertThat(drafts.list(new Query(DraftMother.AGENCY, "p-lists", State.EXPIRED, null, 3)))
                .isEmpty();
        assertThat(drafts.list(new Query(DraftMother.AGENCY, null, State.OPEN, null, 100)))
                .extracting(held -> held.draft().id())
                .contains("l-4", "l-9");
    }

    @Test
    void what_somebody_wrote_for_one_agency_is_not_listed_to_them_in_another() {
        drafts.add(DraftMother.begunBy("p-mover", "m-1", AT), AT);

        assertThat(drafts.list(new Query(DraftMother.AGENCY, "p-mover", State.OPEN, null, 3)))
                .hasSize(1);
        assertThat(drafts.list(new Query("hackney-drug-treatment", "p-mover", State.OPEN, null, 3)))
                .isEmpty();
    }
}
