package uk.kinbridge.referral.referral.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.referral.referral.ReferralMother.MONDAY_TEN;
import static uk.kinbridge.referral.referral.ReferralMother.aReferralOf;
import static uk.kinbridge.referral.referral.ReferralMother.owedBy;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.clock.Clock;
import uk.kinbridge.platform.testing.OnEachDatabase;
import uk.kinbridge.platform.testing.TestDatabase;
import uk.kinbridge.referral.referral.Referrals;
import uk.kinbridge.referral.referral.Referrals.DutyQuery;
import uk.kinbridge.referral.referral.Referrals.Position;
import uk.kinbridge.referral.referral.Referrals.Row;

/**
 * HAC-03, HAC-17: what somebody owes, and what others owe them, is sorted by that and by nothing else that is due about the
 * same referral; page by page, on every database.
 */
@OnEachDatabase
class OwedByWhenTest {

    private static final String SOCIAL_CARE = "hackney-childrens-social-care";
    private static final String TREATMENT = "hackney-drug-treatment";
    private static final String LEAD = "owes:" + TREATMENT + "/safeguarding-lead";
    private static final String MANAGER = "owes:" + TREATMENT + "/manager";
    private static final String SENIOR = "owes:" + TREATMENT + "/senior-manager";
    private static final String SENDER = "owes:person:" + SOCIAL_CARE + "/p-sade";

    private final MongoTemplate mongo;
    private final Referrals referrals;

    OwedByWhenTest(TestDatabase database) {
        this.mongo = new MongoTemplate(database.client(), database.name());
        this.referrals = Rig.referrals(mongo);
    }

    @BeforeEach
    void nobody_owes_anything() {
        mongo.getCollection(MongoReferrals.COLLECTION).deleteMany(new Document());
    }

    @Test
    void each_side_sees_its_own_obligation_at_the_top() {
        add("one", lead(1), sender(9));
        add("two", lead(5), sender(2));
        add("three", lead(3));

        assertThat(ids(due(List.of(LEAD), null, 10))).containsExactly("one", "three", "two");
        assertThat(ids(due(List.of(SENDER), null, 10))).containsExactly("two", "one");
        assertThat(ids(due(List.of("owed:person:" + SOCIAL_CARE + "/p-sade"), null, 10)))
                .containsExactly("one", "three", "two");
        assertThat(ids(due(List.of("owed:" + TREATMENT), null, 10))).containsExactly("two", "one");
    }

    @Test
    void who_holds_two_roles_sees_each_referral_once_at_the_first_of_their_moments() {
        add("one", lead(4), manager(1));
        add("two", lead(2), manager(8));
        add("three", manager(3));

        var found = due(List.of(LEAD, MANAGER, "owes:person:p-nobody"), null, 10);

        assertThat(ids(found)).containsExactly("one", "two", "three");
        assertThat(found).extracting(Row::dueAt).containsExactly(hour(1), hour(2), hour(3));
    }

    @Test
    void pages_go_on_where_the_last_one_ended_without_loss_or_repetition() {
        for (int i = 0; i < 7; i++) {
            add("row-" + i, lead(20 - i), manager(1 + i % 2), sender(3));
        }
        var expected = List.of("row-0", "row-2", "row-4", "row-6", "row-1", "row-3", "row-5");

        for (int size = 1; size <= 8; size++) {
            assertThat(pages(List.of(LEAD, MANAGER), size))
                    .as("pages of " + size)
                    .isEqualTo(expected);
        }
        assertThat(pages(List.of(LEAD), 3))
                .containsExactly("row-6", "row-5", "row-4", "row-3", "row-2", "row-1", "row-0");
    }

    @Test
    void overdue_is_what_this_list_is_about_and_not_what_another_owes() {
        add("theirs", lead(1), sender(9));
        add("ours", lead(9), sender(1));

        assertThat(ids(due(List.of(SENDER), hour(1), 10))).containsExactly("ours");
        assertThat(ids(due(List.of(LEAD), hour(1), 10))).containsExactly("theirs");
        assertThat(due(List.of(LEAD), hour(0), 10)).isEmpty();
    }

    @Test
    void more_moments_than_places_put_a_list_further_up_and_lose_nothing() {
        add("four", sender(1), lead(2), manager(3), senior(9));
        add("one", senior(5));

        var found = due(List.of(SENIOR), null, 10);

        assertThat(ids(found)).containsExactly("four", "one");
        assertThat(found).extracting(Row::dueAt).containsExactly(hour(9), hour(5));
        assertThat(pages(List.of(SENIOR), 1)).containsExactly("four", "one");
    }

    @Test
    void what_was_written_before_duties_had_places_is_found_with_the_others_until_it_is_saved_again() {
        add("old", sender(2), lead(6));
        add("new", lead(4));
        add("last", lead(8));
        asBefore("old", SENDER, LEAD);

        assertThat(ids(due(List.of(LEAD), null, 10)))
                .as("as it stood: by what is due first of all")
                .containsExactly("old", "new", "last");
        assertThat(pages(List.of(LEAD), 1)).containsExactly("old", "new", "last");

        var old = referrals.find("old").orElseThrow();
        referrals.save(old.version(), Change.silent(old.referral()), MONDAY_TEN);

        assertThat(ids(due(List.of(LEAD), null, 10))).containsExactly("new", "old", "last");
    }

    /** As the services before this one wrote it. */
    private void asBefore(String id, String... lists) {
        mongo.getCollection(MongoReferrals.COLLECTION)
                .updateOne(
                        Filters.eq("_id", id),
                        Updates.combine(
                                Updates.unset("find.due1"),
                                Updates.unset("find.due2"),
                                Updates.unset("find.due3"),
                                Updates.pushEach("find.lists", List.of(lists))));
    }

    private void add(String id, Clock... clocks) {
        referrals.add(aReferralOf(id, clocks), MONDAY_TEN);
    }

    private List<Row> due(List<String> lists, @Nullable Instant overdueAt, int limit) {
        return referrals.due(new DutyQuery(lists, overdueAt, null, limit));
    }

    private List<String> pages(List<String> lists, int size) {
        var ids = new ArrayList<String>();
        @Nullable Position after = null;
        List<Row> page;
        do {
            page = referrals.due(new DutyQuery(lists, null, after, size));
            ids.addAll(ids(page));
            after = page.isEmpty() ? null : page.getLast().position();
        } while (page.size() == size);
        return ids;
    }

    private static List<String> ids(List<Row> rows) {
        return rows.stream().map(row -> row.held().referral().id()).toList();
    }

    private static Clock sender(int hour) {
        return owedBy(SOCIAL_CARE, "practitioner", hour(hour));
    }

    private static Clock lead(int hour) {
        return owedBy(TREATMENT, "safeguarding-lead", hour(hour));
    }

    private static Clock manager(int hour) {
        return owedBy(TREATMENT, "manager", hour(hour));
    }

    private static Clock senior(int hour) {
        return owedBy(TREATMENT, "senior-manager", hour(hour));
    }

    private static Instant hour(int hours) {
        return MONDAY_TEN.plus(Duration.ofHours(hours));
    }
}
