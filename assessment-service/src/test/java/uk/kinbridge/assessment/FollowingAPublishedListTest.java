package uk.kinbridge.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;
import uk.kinbridge.assessment.appointment.CourseMother;
import uk.kinbridge.assessment.lost.SearchExamples;
import uk.kinbridge.assessment.lost.Searches;
import uk.kinbridge.platform.clock.Clock;
import uk.kinbridge.platform.testing.Brokers;
import uk.kinbridge.platform.testing.Databases;
import uk.kinbridge.platform.testing.Tokens;
import uk.kinbridge.protocols.published.Calendars;
import uk.kinbridge.protocols.time.WorkingCalendar;

/** SAL-21: the running service follows a list of bank holidays by itself, soon after it has learned it. */
@SpringBootTest(
        properties = {
            "kinbridge.messaging.prefix=test-calendar-assessment",
            "kinbridge.peers.directory=http://localhost:9",
            "kinbridge.peers.referral=http://localhost:9",
            "kinbridge.calendars.round-interval=PT0.2S"
        })
@ContextConfiguration(initializers = {Tokens.Realm.class, Databases.ForContext.class, Brokers.ForContext.class})
class FollowingAPublishedListTest {

    @Autowired
    Searches searches;

    @Autowired
    Calendars calendars;

    @Autowired
    InstantSource time;

    @Test
    void a_clock_that_runs_moves_when_the_day_that_it_is_due_on_becomes_a_holiday() {
        var now = time.instant();
        searches.add(
                SearchExamples.begun(
                        "l-1",
                        "L-1",
                        List.of(CourseMother.TREATMENT),
                        CourseMother.LEILA,
                        CourseMother.rules("hackney"),
                        now),
                now);
        var before = clock();
        var dueOn = before.dueAt().atZone(WorkingCalendar.LONDON).toLocalDate();

        assertThat(calendars.learn(NewHoliday.VERSION, NewHoliday.published(dueOn.toString())))
                .isTrue();

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            var after = clock();
            assertThat(after.dueAt()).isAfter(before.dueAt());
            assertThat(after.calendar()).isEqualTo(NewHoliday.VERSION);
            assertThat(after.variations()).hasSize(1);
        });
        assertThat(searches.find("l-1").orElseThrow().search().history())
                .anyMatch(line -> line.what().equals("clock.moved"));
    }

    private Clock clock() {
        return searches.find("l-1").orElseThrow().search().clocks().getFirst();
    }
}
