package uk.kinbridge.referral.config;

import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import uk.kinbridge.referral.referral.FollowCalendar;

/**
 * Brings running clocks up to newly published bank holidays, in the background: the event that announces a list only
 * stores it, so that a long round never keeps other events waiting and a restart goes on where it stopped.
 */
@Component
class CalendarRound implements FollowCalendar.Progress {

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
            follow.follow(time.instant(), this);
        } catch (DataAccessException away) {
            log.warn(
                    "clocks wait for the database before they follow the bank holidays: {}",
                    away.getClass().getSimpleName());
        }
    }

    @Override
    public void reached(FollowCalendar.Done done) {
        log.info(
                "bank holidays of {}: {} referrals looked at, {} brought up to them, {} due times moved so far",
                done.calendar(),
                done.looked(),
                done.changed(),
                done.moved());
    }

    @Override
    public void failed(String referralId, RuntimeException why) {
        log.error("the clocks of referral {} cannot follow the bank holidays", referralId, why);
    }
}
