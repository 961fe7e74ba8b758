package uk.kinbridge.escalation.config;

import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import uk.kinbridge.escalation.disagreement.FollowCalendar;

/** Brings running levels up to newly published bank holidays, in the background; a restart goes on where it stopped. */
@Component
class CalendarRound {

    private static final Logger log = LoggerFactory.getLogger(CalendarRound.class);

    private final FollowCalendar follow;
    private final InstantSource time;

    CalendarRound(FollowCalendar follow, InstantSource time) {
        this.follow = follow;
        this.time = time;
    }

    @Scheduled(fixedDelayString = "${kinbridge.calendars.round-interval:PT5S}", initialDelayString = "PT5S")
    void round() {
        try {
            var brought = follow.follow(time.instant());
            if (brought > 0) {
                log.info("{} disagreements follow the newly published bank holidays", brought);
            }
        } catch (DataAccessException away) {
            log.warn(
                    "levels wait for the database before they follow the bank holidays: {}",
                    away.getClass().getSimpleName());
        }
    }
}
