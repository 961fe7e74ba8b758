package uk.kinbridge.escalation.post.feign;

import static org.assertj.core.api.Assertions.assertThat;

import feign.Request;
import feign.RetryableException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.kinbridge.escalation.post.Holder;
import uk.kinbridge.escalation.post.Holders;
import uk.kinbridge.escalation.post.Presence;
import uk.kinbridge.protocols.pack.PersonRole;

/** SAL-27: opposite numbers come from the directory; a level never waits for a name. */
class DirectoryPostsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    private List<DirectoryOfPeople.Person> answering =
            List.of(new DirectoryOfPeople.Person("p-1", "Lorna Whitby", null));
    private List<DirectoryOfPeople.Person> everybody = answering;
    private List<DirectoryOfPeople.Acting> acting = List.of();
    private boolean down;
    private int asked;

    private final DirectoryOfPeople directory = new DirectoryOfPeople() {
        @Override
        public People answering(String agency, String role, Instant at) {
            return answer(answering);
        }

        @Override
        public People practitioners(String agency) {
            return answer(everybody);
        }

        @Override
        public ActingFor actingFor(String agency, String person, Instant at) {
            fails();
            return new ActingFor(acting);
        }

        @Override
        public People linked(String agency, String to, Instant at) {
            return answer(answering);
        }

        private People answer(List<Person> people) {
            fails();
            return new People(people);
        }

        private void fails() {
            asked++;
            if (down) {
                throw new RetryableException(
                        -1,
                        "away",
                        Request.HttpMethod.GET,
                        (Long) null,
                        Request.create(Request.HttpMethod.GET, "/", Map.of(), null, null, null));
            }
        }
    };
    private final DirectoryPosts posts = new DirectoryPosts(
            directory,
            CircuitBreaker.of(
                    "directory",
                    CircuitBreakerConfig.custom()
                            .slidingWindowSize(4)
                            .minimumNumberOfCalls(3)
                            .build()));

    @Test
    void names_who_answers_for_the_role() {
        assertThat(ask()).isEqualTo(new Holders.Held(List.of(new Holder("p-1", "Lorna Whitby"))));
    }

    @Test
    void nobody_in_post_is_a_vacancy() {
        answering = List.of();

        assertThat(ask()).isEqualTo(new Holders.Vacant());
    }

    @Test
    void a_directory_that_knows_nobody_of_the_agency_reports_no_vacancy() {
        answering = List.of();
        everybody = List.of();

        assertThat(ask()).isEqualTo(new Holders.Unknown());
    }

    @Test
    void while_it_is_down_the_last_good_answer_counts() {
        var before = ask();
        down = true;

        assertThat(ask()).isEqualTo(before);
    }

    @Test
    void without_any_answer_the_role_is_addressed_without_a_name() {
        down = true;

        assertThat(ask()).isEqualTo(new Holders.Unknown());
    }

    @Test
    void after_some_failures_it_is_not_asked_for_a_while() {
        down = true;
        for (int i = 0; i < 10; i++) {
            ask();
        }

        assertThat(asked).isEqualTo(3);
    }

    @Test
    void practitioners_are_no_post_that_the_directory_is_asked_for() {
        assertThat(posts.holding("a", PersonRole.PRACTITIONER, NOW)).isEqualTo(new Holders.Unknown());
        assertThat(asked).isZero();
    }

    @Test
    void says_whether_somebody_is_there_and_who_acts_for_them() {
        assertThat(posts.presence("a", "p-2", NOW)).isEqualTo(new Presence.Gone());

        everybody = List.of(new DirectoryOfPeople.Person("p-2", "Joel Marsden", List.of("practitioner")));
        assertThat(posts.presence("a", "p-2", NOW)).isEqualTo(new Presence.Away(null));

        acting = List.of(new DirectoryOfPeople.Acting("p-1", "Lorna Whitby", true));
        assertThat(posts.presence("a", "p-2", NOW)).isEqualTo(new Presence.Away(new Holder("p-1", "Lorna Whitby")));

        acting = List.of(new DirectoryOfPeople.Acting("p-2", "Joel Marsden", false));
        assertThat(posts.presence("a", "p-2", NOW))
                .isEqualTo(new Presence.There(new Holder("p-2", "Joel Marsden"), List.of("practitioner")));
    }

    @Test
    void says_who_is_named_as_link_and_that_nobody_is_only_where_it_knows_the_people() {
        assertThat(posts.linkedTo("a", "b", NOW))
                .isEqualTo(new Holders.Held(List.of(new Holder("p-1", "Lorna Whitby"))));

        answering = List.of();
        assertThat(posts.linkedTo("a", "b", NOW)).isEqualTo(new Holders.Vacant());

        everybody = List.of();
        assertThat(posts.linkedTo("a", "b", NOW)).isEqualTo(new Holders.Unknown());
    }

    @Test
    void an_answer_that_knows_nobody_does_not_wipe_out_the_last_good_one() {
        var before = ask();
        answering = List.of();
        everybody = List.of();

        assertThat(ask()).isEqualTo(before);
    }

    @Test
    void nobody_is_declared_gone_while_it_is_down_or_knows_nobody() {
        everybody = List.of();
        assertThat(posts.presence("a", "p-2", NOW)).isEqualTo(new Presence.Unknown());
        down = true;
        assertThat(posts.presence("a", "p-2", NOW)).isEqualTo(new Presence.Unknown());
        assertThat(posts.linkedTo("a", "b", NOW)).isEqualTo(new Holders.Unknown());
    }

    private Holders ask() {
        return posts.holding("salford-childrens-services", PersonRole.MANAGER, NOW);
    }
}
