package uk.kinbridge.platform.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {

    private static final Cursor CURSOR = Cursor.of("worklist", "2026-03-01T09:00:00Z", "r-1");

    @Test
    void a_cursor_comes_back_as_it_went() {
        assertThat(Cursor.decode("worklist", CURSOR.encode())).contains(CURSOR);
    }

    @Test
    void a_cursor_of_another_list_is_not_accepted() {
        assertThat(Cursor.decode("families", CURSOR.encode())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "!!!!", "AAAAAA", "AAAAAHdvcmtsaXN0H3gfeQ"})
    void what_we_did_not_give_is_not_accepted(String text) {
        assertThat(Cursor.decode("worklist", text)).isEmpty();
    }

    @Test
    void a_cursor_that_was_changed_is_not_accepted() {
        String text = CURSOR.encode();
        for (int i = 0; i < text.length() - 1; i++) {
            String changed = text.substring(0, i) + (text.charAt(i) == 'A' ? 'B' : 'A') + text.substring(i + 1);
            assertThat(Cursor.decode("worklist", changed)).isEmpty();
        }
    }

    @Test
    void an_endless_cursor_is_not_even_decoded() {
        assertThat(Cursor.decode("worklist", "A".repeat(2000))).isEmpty();
    }

    @Test
    void one_more_than_asked_for_tells_that_there_is_a_next_page() {
        Page<String> page = Page.of(List.of("a", "b", "c"), PageRequest.first(2), item -> Cursor.of("letters", item));
        assertThat(page.items()).containsExactly("a", "b");
        assertThat(page.next()).isEqualTo(Cursor.of("letters", "b").encode());
    }

    @Test
    void no_more_than_asked_for_is_the_last_page() {
        assertThat(Page.of(List.of("a", "b"), PageRequest.first(2), item -> Cursor.of("letters", item)))
                .isEqualTo(Page.last(List.of("a", "b")));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 101})
    void refuses_a_limit_out_of_bounds(int limit) {
        assertThatIllegalArgumentException().isThrownBy(() -> PageRequest.first(limit));
    }
}
