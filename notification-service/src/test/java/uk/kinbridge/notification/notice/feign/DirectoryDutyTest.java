package uk.kinbridge.notification.notice.feign;

import static org.assertj.core.api.Assertions.assertThat;

import feign.Request;
import feign.RetryableException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.kinbridge.notification.notice.Answerer;
import uk.kinbridge.notification.notice.Duty.Answer;
import uk.kinbridge.notification.notice.Recipient;
import uk.kinbridge.notification.notice.Urgency;
import uk.kinbridge.notification.notice.feign.DirectoryOfDuty.Desk;
import uk.kinbridge.notification.notice.feign.DirectoryOfDuty.Person;

/** HAC-17: who answers for a recipient at the time of sending; a notice never waits for a name. */
class DirectoryDutyTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final String AGENCY = "hackney-drug-treatment";
    private static final Recipient LEADS = Recipient.role(AGENCY, "safeguarding-lead");
    private static final Person LEILA = new Person("leila", "Leila Haddad", "role", false, "has this role");
    private static final Person GRACE = new Person("grace", "Grace Mensah", "role", true, "acts for Leila Haddad");
    private static final Person DEE = new Person("dee", "Dee Marsh", "rota", false, "is on the rota");

    private final Map<String, Desk> desks = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private boolean down;

    private final DirectoryDuty duty = new DirectoryDuty(
            new DirectoryOfDuty() {
                @Override
                public Desk onDuty(String agency, String role, @Nullable String team, Instant at) {
                    return answer(role + (team == null ? "" : "@" + team));
                }

                @Override
                public Desk actingFor(String agency, String person, Instant at) {
                    return answer(person);
                }
            },
            CircuitBreaker.of(
                    "directory",
                    CircuitBreakerConfig.custom()
                            .slidingWindowSize(4)
                            .minimumNumberOfCalls(3)
                            .build()));

    private Desk answer(String whom) {
        asked.add(whom);
        if (down) {
            throw new RetryableException(
                    -1,
                    "away",
                    Request.HttpMethod.GET,
                    (Long) null,
                    Request.create(Request.HttpMethod.GET, "/", Map.of(), null, null, null));
        }
        return desks.getOrDefault(whom, new Desk(true, null, List.of()));
    }

    @Test
    void whoever_has_the_role_answers_and_stands_in_for_nobody() {
        desks.put("safeguarding-lead", new Desk(true, "safeguarding-lead", List.of(LEILA)));

        assertThat(ask(LEADS, NOW)).isEqualTo(known(false, answerer(LEILA, false)));
    }

    @Test
    void a_delegate_and_the_next_in_line_stand_in() {
        desks.put("safeguarding-lead", new Desk(true, "safeguarding-lead", List.of(GRACE)));
        desks.put("duty-worker", new Desk(true, "manager", List.of(LEILA)));

        assertThat(ask(LEADS, NOW)).isEqualTo(known(false, answerer(GRACE, true)));
        assertThat(ask(Recipient.role(AGENCY, "duty-worker"), NOW)).isEqualTo(known(false, answerer(LEILA, true)));
    }

    @Test
    void out_of_hours_only_who_is_on_the_rota_answers() {
        desks.put("safeguarding-lead", new Desk(false, "safeguarding-lead", List.of(DEE, LEILA)));

        assertThat(ask(LEADS, NOW)).isEqualTo(known(true, answerer(DEE, true)));
    }

    @Test
    void out_of_hours_the_duty_worker_answers_where_the_role_has_no_rota() {
        desks.put("safeguarding-lead", new Desk(false, "safeguarding-lead", List.of(LEILA)));
        desks.put("duty-worker", new Desk(false, "duty-worker", List.of(DEE)));

        assertThat(ask(LEADS, NOW)).isEqualTo(known(true, answerer(DEE, true)));
    }

    @Test
    void out_of_hours_without_any_rota_what_can_wait_waits_and_what_cannot_goes_to_everybody() {
        desks.put("safeguarding-lead", new Desk(false, "safeguarding-lead", List.of(LEILA)));
        desks.put("duty-worker", new Desk(false, "manager", List.of(GRACE)));

        assertThat(ask(LEADS, NOW)).isEqualTo(known(true));
        assertThat(duty.answering(LEADS, Urgency.IMMEDIATE, NOW)).isEqualTo(known(true, answerer(LEILA, false)));
    }

    @Test
    void for_one_person_who_is_away_the_delegate_answers() {
        desks.put("leila", new Desk(true, null, List.of(GRACE)));

        assertThat(ask(Recipient.person(AGENCY, "practitioner", "leila"), NOW))
                .isEqualTo(known(false, answerer(GRACE, true)));
    }

    @Test
    void a_team_is_asked_for_as_a_team() {
        desks.put("manager@north", new Desk(true, "manager", List.of(GRACE)));

        ask(new Recipient(AGENCY, "manager", null, "north"), NOW);

        assertThat(asked).containsExactly("manager@north");
    }

    @Test
    void practitioners_are_no_post_that_the_directory_is_asked_for() {
        assertThat(ask(Recipient.role(AGENCY, "practitioner"), NOW)).isEqualTo(new Answer.Whoever());
        assertThat(asked).isEmpty();
    }

    @Test
    void notices_of_the_same_moment_ask_once() {
        ask(LEADS, NOW);
        ask(LEADS, NOW.plusSeconds(4));
        ask(LEADS, NOW.plusSeconds(6));

        assertThat(asked).hasSize(2);
    }

    @Test
    void while_it_is_down_the_last_good_answer_counts_for_an_hour() {
        desks.put("safeguarding-lead", new Desk(true, "safeguarding-lead", List.of(LEILA)));
        ask(LEADS, NOW);
        down = true;

        assertThat(ask(LEADS, NOW.plus(Duration.ofMinutes(59)))).isEqualTo(known(false, answerer(LEILA, false)));
        assertThat(ask(LEADS, NOW.plus(Duration.ofMinutes(60)))).isEqualTo(new Answer.Unknown());
    }

    @Test
    void after_some_failures_it_is_not_asked_for_a_while() {
        down = true;
        for (int i = 0; i < 10; i++) {
            assertThat(ask(LEADS, NOW)).isEqualTo(new Answer.Unknown());
        }

        assertThat(asked).hasSize(3);
    }

    private Answer ask(Recipient recipient, Instant at) {
        return duty.answering(recipient, Urgency.PRIORITY, at);
    }

    private static Answer known(boolean outOfHours, Answerer... people) {
        return new Answer.Known(List.of(people), outOfHours);
    }

    private static Answerer answerer(Person person, boolean standsIn) {
        return new Answerer(AGENCY, person.subject(), person.name(), person.because(), standsIn);
    }
}
