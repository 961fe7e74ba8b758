package uk.kinbridge.referral.referral.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.referral.referral.ReferralMother.MONDAY_TEN;
import static uk.kinbridge.referral.referral.ReferralMother.SAFEGUARDING_LEAD;
import static uk.kinbridge.referral.referral.ReferralMother.aReferralFrom;
import static uk.kinbridge.referral.referral.ReferralMother.intoTreatment;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.security.Role;
import uk.kinbridge.platform.testing.OnEachDatabase;
import uk.kinbridge.platform.testing.TestDatabase;
import uk.kinbridge.referral.referral.Act;
import uk.kinbridge.referral.referral.Duties;
import uk.kinbridge.referral.referral.ReferralMother;
import uk.kinbridge.referral.referral.Referrals;
import uk.kinbridge.referral.referral.Referrals.Held;
import uk.kinbridge.referral.referral.Referrals.ListQuery;
import uk.kinbridge.referral.referral.Referrals.Position;
import uk.kinbridge.referral.referral.Referrals.WorklistQuery;
import uk.kinbridge.referral.referral.Referrals.WorklistSide;

/** Referrals are found again as they were, on every database that the suite may run on. */
@OnEachDatabase
class MongoReferralsTest {

    private static final String SOCIAL_CARE = "hackney-childrens-social-care";
    private static final String TREATMENT = "hackney-drug-treatment";

    private final MongoTemplate mongo;
    private final Referrals referrals;

    MongoReferralsTest(TestDatabase database) {
        this.mongo = new MongoTemplate(database.client(), database.name());
        this.referrals = Rig.referrals(mongo);
    }

    @Test
    void what_is_added_is_found_again_as_it_was() {
        var change = aReferralFrom("whole", MONDAY_TEN);
        referrals.add(change, MONDAY_TEN);

        assertThat(referrals.find("whole")).contains(new Held(change.next(), 1));
    }

    @Test
    void an_acknowledged_and_invited_referral_is_found_again_as_it_was() {
        var born = referrals.add(aReferralFrom("invited", MONDAY_TEN), MONDAY_TEN);
        var invited = ReferralMother.done(
                born.referral(),
                new Act.Invite(MONDAY_TEN.plusSeconds(60), "Room 2"),
                SAFEGUARDING_LEAD,
                MONDAY_TEN,
                intoTreatment());

        assertThat(referrals.save(1, invited, MONDAY_TEN)).isEqualTo(Referrals.Saved.DONE);
        assertThat(referrals.find("invited")).contains(new Held(invited.next(), 2));
    }

    @Test
    void news_of_the_same_message_counts_once() {
        var born = referrals.add(aReferralFrom("once", MONDAY_TEN), MONDAY_TEN);
        var change = ReferralMother.acknowledged(born.referral(), MONDAY_TEN);

        assertThat(referrals.saveOnce(1, change, MONDAY_TEN, "m-1")).isEqualTo(Referrals.Saved.DONE);
        assertThat(referrals.saveOnce(1, change, MONDAY_TEN, "m-1")).isEqualTo(Referrals.Saved.HANDLED_BEFORE);
        assertThat(referrals.saveOnce(1, change, MONDAY_TEN, "m-2")).isEqualTo(Referrals.Saved.STALE);
    }

    @Test
    void the_worklist_shows_what_is_due_first_and_goes_on_page_by_page() {
        for (int i = 4; i >= 0; i--) {
            referrals.add(aReferralFrom("page-" + i, MONDAY_TEN.plus(Duration.ofHours(i))), MONDAY_TEN);
        }

        assertThat(pages(TREATMENT, WorklistSide.RECIPIENT, null, 2))
                .filteredOn(id -> id.startsWith("page-"))
                .containsExactly("page-0", "page-1", "page-2", "page-3", "page-4");
        assertThat(pages(SOCIAL_CARE, WorklistSide.REFERRER, null, 2)).contains("page-0", "page-4");
        assertThat(pages(SOCIAL_CARE, WorklistSide.RECIPIENT, null, 2)).isEmpty();
        assertThat(pages("hackney-alcohol-treatment", null, null, 2)).isEmpty();
    }

    @Test
    void rows_of_one_moment_are_neither_lost_nor_shown_twice() {
        var at = MONDAY_TEN.plus(Duration.ofDays(50));
        for (int i = 0; i < 5; i++) {
            referrals.add(aReferralFrom("same-" + i, at), at);
        }

        assertThat(pages(TREATMENT, null, null, 2))
                .filteredOn(id -> id.startsWith("same-"))
                .containsExactly("same-0", "same-1", "same-2", "same-3", "same-4");
    }

    @Test
    void several_lists_are_one_with_each_referral_once_and_what_is_due_first_at_the_top() {
        var at = MONDAY_TEN.plus(Duration.ofDays(70));
        for (int i = 0; i < 4; i++) {
            referrals.add(aReferralFrom("lists-" + i, at.plus(Duration.ofHours(i))), at);
        }
        var lists = List.of("agency:" + TREATMENT, "person:" + SOCIAL_CARE + "/p-sade", "no-such-list");
        var before = new Position(at, "");

        var first = referrals.listed(new ListQuery(lists, true, null, before, 3));
        var rest = referrals.listed(
                new ListQuery(lists, true, null, Position.of(first.getLast().referral()), 3));

        assertThat(first).extracting(held -> held.referral().id()).containsExactly("lists-0", "lists-1", "lists-2");
        assertThat(rest).extracting(held -> held.referral().id()).containsExactly("lists-3");
    }

    /** HAC-17: nothing is lost of what was written before, and nothing is shown to another agency. */
    @Test
    void a_list_that_was_named_without_the_agency_is_theirs_only_who_are_party() {
        var at = MONDAY_TEN.plus(Duration.ofDays(140));
        referrals.add(aReferralFrom("before", at), at);
        mongo.getCollection(MongoReferrals.COLLECTION)
                .updateOne(
                        Filters.eq("_id", "before"), Updates.set("find.lists", List.of("person:p-sade", "agency:x")));
        var mine =
                Duties.mine(new Caller("p-sade", "p-sade", "Sade", SOCIAL_CARE, Set.of(), Set.of(Role.PRACTITIONER)));
        var before = new Position(at, "");

        assertThat(referrals.listed(new ListQuery(mine, SOCIAL_CARE, true, null, before, 3)))
                .extracting(held -> held.referral().id())
                .containsExactly("before");
        assertThat(referrals.listed(new ListQuery(mine, "hackney-alcohol-treatment", true, null, before, 3)))
                .isEmpty();
    }

    @Test
    void is_found_by_reference_name_and_date_of_birth_within_what_an_agency_may_see() {
        referrals.add(aReferralFrom("found", MONDAY_TEN), MONDAY_TEN);

        assertThat(search(TREATMENT, "ref:R-found")).containsExactly("found");
        assertThat(search(TREATMENT, "name:wren", "born:2019-06-02", "name:robin"))
                .contains("found");
        assertThat(search(TREATMENT, "name:wren", "born:1999-01-01")).isEmpty();
        assertThat(search("hackney-alcohol-treatment", "ref:R-found")).isEmpty();
    }

    private List<String> search(String agency, String... terms) {
        return referrals.search(agency, List.of(terms), null, 500).stream()
                .map(held -> held.referral().id())
                .toList();
    }

    @Test
    void overdue_is_what_is_due_by_now() {
        var at = MONDAY_TEN.minus(Duration.ofDays(100));
        referrals.add(aReferralFrom("late", at), at);

        assertThat(pages(TREATMENT, null, at.plus(Duration.ofHours(24)), 50)).containsExactly("late");
        assertThat(pages(TREATMENT, null, at.plus(Duration.ofHours(24)).minusMillis(1), 50))
                .isEmpty();
    }

    /** DOR-14: from the case of one member the cases of the others are within reach, for the parties of each. */
    @Test
    void the_cases_of_a_family_are_found_together_by_their_parties() {
        referrals.add(aReferralFrom("of-family-1", MONDAY_TEN), MONDAY_TEN);
        referrals.add(aReferralFrom("of-family-2", MONDAY_TEN), MONDAY_TEN);

        assertThat(ofFamily(TREATMENT, null)).contains("of-family-1", "of-family-2");
        assertThat(ofFamily(TREATMENT, "of-family-1")).contains("of-family-2").doesNotContain("of-family-1");
        assertThat(ofFamily("hackney-alcohol-treatment", null)).isEmpty();
    }

    private List<String> ofFamily(String agency, @Nullable String after) {
        return referrals.ofFamily(List.of("f-0", "f-1"), agency, after, 100).stream()
                .map(held -> held.referral().id())
                .toList();
    }

    @Test
    void a_document_is_carried_to_the_parties_and_to_nobody_else() {
        referrals.add(aReferralFrom("carrier", MONDAY_TEN), MONDAY_TEN);

        assertThat(referrals.carriedTo(TREATMENT, "d-1")).isTrue();
        assertThat(referrals.carriers(TREATMENT, "d-1")).contains("carrier");
        assertThat(referrals.carriedTo(TREATMENT, "d-2")).isFalse();
        assertThat(referrals.carriedTo("hackney-alcohol-treatment", "d-1")).isFalse();
    }

    private List<String> pages(String agency, @Nullable WorklistSide side, @Nullable Instant overdueAt, int limit) {
        var ids = new ArrayList<String>();
        @Nullable Position after = null;
        List<Held> page;
        do {
            page = referrals.worklist(new WorklistQuery(agency, side, overdueAt, after, limit));
            page.forEach(held -> ids.add(held.referral().id()));
            after = page.isEmpty() ? null : Position.of(page.getLast().referral());
        } while (page.size() == limit);
        return ids;
    }
}
