package uk.kinbridge.protocols.published.worker;

import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;
import uk.kinbridge.protocols.published.Calendars;
import uk.kinbridge.protocols.published.FollowsCalendars;
import uk.kinbridge.protocols.published.mongo.CopiesAutoConfiguration;

/** Makes the rounds for whatever a service says follows the bank holidays. */
@AutoConfiguration(after = CopiesAutoConfiguration.class)
@EnableScheduling
public class RoundsAutoConfiguration {

    @Bean
    CalendarRounds calendarRounds(
            ObjectProvider<FollowsCalendars<?>> records, Calendars calendars, InstantSource time) {
        return new CalendarRounds(records.orderedStream().toList(), calendars, time);
    }
}
