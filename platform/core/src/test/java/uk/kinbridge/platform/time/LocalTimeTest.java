package uk.kinbridge.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

/** Time moves in local demonstrations only. */
class LocalTimeTest {

    private final WebApplicationContextRunner application =
            new WebApplicationContextRunner().withConfiguration(AutoConfigurations.of(TimeAutoConfiguration.class));

    @Test
    void there_is_no_door_to_time_outside_the_local_profile() {
        application.run(context -> assertThat(context).doesNotHaveBean(LocalTimeController.class));
        application
                .withPropertyValues("spring.profiles.active=production,localhost")
                .run(context -> assertThat(context).doesNotHaveBean(LocalTimeController.class));
    }

    @Test
    void an_offset_is_ignored_outside_the_local_profile() {
        application
                .withPropertyValues("kinbridge.time.offset=PT72H")
                .run(context ->
                        assertThat(context.getBean(SuiteTime.class).offset()).isZero());
    }

    @Test
    void a_service_that_starts_later_joins_the_moved_time() {
        application
                .withPropertyValues("spring.profiles.active=local", "kinbridge.time.offset=PT72H")
                .run(context -> {
                    assertThat(context).hasSingleBean(LocalTimeController.class);
                    assertThat(context.getBean(SuiteTime.class).offset()).isEqualTo(Duration.ofDays(3));
                });
    }

    @Test
    void time_moves_forward_only() {
        application.withPropertyValues("spring.profiles.active=local").run(context -> {
            var door = context.getBean(LocalTimeController.class);
            assertThat(door.move(new LocalTimeController.Offset(Duration.ofDays(3)))
                            .getStatusCode()
                            .is2xxSuccessful())
                    .isTrue();
            assertThat(door.move(new LocalTimeController.Offset(Duration.ofDays(2)))
                            .getStatusCode()
                            .value())
                    .isEqualTo(409);
            assertThat(context.getBean(SuiteTime.class).offset()).isEqualTo(Duration.ofDays(3));
        });
    }

    @Test
    void instants_have_the_precision_that_the_database_keeps() {
        application.run(context -> assertThat(
                        context.getBean(InstantSource.class).instant())
                .satisfies(now -> assertThat(now).isEqualTo(now.truncatedTo(ChronoUnit.MILLIS))));
    }
}
