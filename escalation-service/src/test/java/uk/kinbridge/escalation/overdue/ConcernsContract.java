package uk.kinbridge.escalation.overdue;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.escalation.overdue.OverdueMother.BREACH;
import static uk.kinbridge.escalation.overdue.OverdueMother.SOCIAL_CARE;
import static uk.kinbridge.escalation.overdue.OverdueMother.TREATMENT;
import static uk.kinbridge.escalation.overdue.OverdueMother.born;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.kinbridge.escalation.overdue.OverdueConcerns.Held;
import uk.kinbridge.escalation.overdue.OverdueConcerns.Position;

/** JWP-14: what every collection of concerns keeps. */
public abstract class ConcernsContract {

    protected abstract OverdueConcerns concerns();

    @Test
    void what_is_added_is_found_again_as_it_was_and_added_once() {
        var change = born("whole");

        assertThat(concerns().addOnce(change, BREACH, "m-1")).isTrue();
        assertThat(concerns().addOnce(change, BREACH, "m-1")).isFalse();
        assertThat(concerns().find(change.next().id())).contains(new Held(change.next(), 1));
    }

    @Test
    void a_save_on_an_older_version_changes_nothing() {
        var change = born("stale");
        concerns().addOnce(change, BREACH, "m-2");
        var done = change.next().done(BREACH).orElseThrow();

        assertThat(concerns().save(7, done, BREACH)).isFalse();
        assertThat(concerns().save(1, done, BREACH)).isTrue();
        assertThat(concerns().find(done.next().id())).contains(new Held(done.next(), 2));
    }

    @Test
    void both_sides_find_it_page_by_page_until_it_is_done() {
        var ids = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            var change = born("page-" + i);
            concerns().addOnce(change, BREACH, "m-page-" + i);
            ids.add(change.next().id());
        }

        assertThat(pages(TREATMENT)).containsAll(ids).doesNotHaveDuplicates();
        assertThat(pages(SOCIAL_CARE)).containsAll(ids);
        assertThat(pages("hackney-alcohol-treatment")).isEmpty();

        concerns().save(1, born("page-0").next().done(BREACH).orElseThrow(), BREACH);
        assertThat(pages(TREATMENT)).doesNotContain(ids.getFirst());
    }

    private List<String> pages(String agency) {
        var ids = new ArrayList<String>();
        @Nullable Position after = null;
        List<Held> page;
        do {
            page = concerns().list(agency, true, after, 2);
            page.forEach(held -> ids.add(held.concern().id()));
            after = page.isEmpty() ? null : Position.of(page.getLast().concern());
        } while (page.size() == 2);
        return ids;
    }
}
