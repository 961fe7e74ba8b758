package uk.kinbridge.protocols.published.mongo;

import java.time.InstantSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoOperations;
import uk.kinbridge.platform.time.TimeAutoConfiguration;
import uk.kinbridge.protocols.pack.Packs;
import uk.kinbridge.protocols.published.CalendarCopies;
import uk.kinbridge.protocols.published.Calendars;
import uk.kinbridge.protocols.published.PinnedCalendars;
import uk.kinbridge.protocols.published.ProtocolCopies;
import uk.kinbridge.protocols.published.Protocols;
import uk.kinbridge.protocols.published.PublishedCalendars;
import uk.kinbridge.protocols.published.PublishedProtocols;
import uk.kinbridge.protocols.time.BankHolidays;

/** Protocols and bank holidays of a service: those that it was built with, and copies of those published since. */
@AutoConfiguration(after = {DataMongoAutoConfiguration.class, TimeAutoConfiguration.class})
public class CopiesAutoConfiguration {

    @Bean
    ProtocolCopies protocolCopies(MongoOperations mongo, InstantSource time) {
        return new MongoProtocolCopies(mongo, time);
    }

    @Bean
    Protocols protocols(ProtocolCopies copies) {
        return new PublishedProtocols(Packs.shipped(), copies);
    }

    @Bean
    CalendarCopies calendarCopies(MongoOperations mongo, InstantSource time) {
        return new MongoCalendarCopies(mongo, time);
    }

    @Bean
    PinnedCalendars pinnedCalendars(Protocols protocols, Calendars calendars) {
        return new PinnedCalendars(protocols, calendars::newest);
    }

    @Bean
    Calendars calendars(CalendarCopies copies) {
        return new PublishedCalendars(BankHolidays.shipped(), copies);
    }
}
