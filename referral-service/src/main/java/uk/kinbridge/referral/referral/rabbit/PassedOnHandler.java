package uk.kinbridge.referral.referral.rabbit;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import uk.kinbridge.platform.messaging.EventHandler;
import uk.kinbridge.platform.messaging.IncomingEvent;
import uk.kinbridge.referral.referral.Actor;
import uk.kinbridge.referral.referral.TakeOver;

/** A redirected referral was taken: its follow-on begins in the agency that took it (FAP-14). */
@Component
class PassedOnHandler implements EventHandler {

    private final TakeOver takeOver;
    private final InstantSource time;

    PassedOnHandler(TakeOver takeOver, InstantSource time) {
        this.takeOver = takeOver;
        this.time = time;
    }

    @Override
    public Set<String> types() {
        return Set.of(ReferralAnnouncements.PASSED_ON);
    }

    @Override
    public void handle(IncomingEvent event) {
        var data = event.data();
        var by = data.required("by");
        takeOver.begin(
                data.required("referral").asString(),
                new Actor(
                        by.required("person").asString(),
                        by.required("name").asString(),
                        by.required("agency").asString(),
                        List.of()),
                Instant.parse(data.required("at").asString()),
                event.messageId(),
                time.instant());
    }
}
