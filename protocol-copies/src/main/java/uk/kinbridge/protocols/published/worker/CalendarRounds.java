package uk.kinbridge.protocols.published.worker;

import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import uk.kinbridge.protocols.published.CalendarRound;
import uk.kinbridge.protocols.published.Calendars;
import uk.kinbridge.protocols.published.FollowsCalendars;
import uk.kinbridge.protocols.published.FollowsCalendars.Place;

/**
 * Brings the running clocks of a service up to newly published bank holidays, in the background: the event that
 * announces a list only stores it, so that a long round never keeps other events waiting and a restart goes on where it
 * stopped.
 */
class CalendarRounds implements CalendarRound.Progress {

    private static final Logger log = LoggerFactory.getLogger(CalendarRounds.class);

    private final List<CalendarRound<?>> rounds;
    private final InstantSource time;

    CalendarRounds(List<? extends FollowsCalendars<?>> records, Calendars calendars, InstantSource time) {
        this.rounds = records.stream()
                .<CalendarRound<?>>map(each -> new CalendarRound<>(each, calendars))
                .toList();
        this.time = time;
    }

    @Scheduled(fixedDelayString = "${kinbridge.calendars.round-interval:PT5S}", initialDelayString = "PT5S")
    void round() {
        try {
            rounds.forEach(round -> round.go(time.instant(), this));
        } catch (DataAccessException away) {
            log.warn(
                    "clocks wait for the database before they follow the bank holidays: {}",
                    away.getClass().getSimpleName());
        }
    }

    @Override
    public void reached(CalendarRound.Done done) {
        log.info(
                "bank holidays of {}: {} {} looked at, {} brought up to them, {} due times moved so far",
                done.calendar(),
                done.looked(),
                done.what(),
                done.changed(),
                done.moved());
    }

    @Override
    public void failed(Place place, RuntimeException why) {
        log.error("the clocks of {} cannot follow the bank holidays", place.id(), why);
    }
}
