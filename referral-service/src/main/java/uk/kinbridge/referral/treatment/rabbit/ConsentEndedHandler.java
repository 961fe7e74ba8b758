package uk.kinbridge.referral.treatment.rabbit;

import java.time.InstantSource;
import java.util.Set;
import org.springframework.stereotype.Component;
import uk.kinbridge.platform.messaging.EventHandler;
import uk.kinbridge.platform.messaging.IncomingEvent;
import uk.kinbridge.referral.information.Worker;
import uk.kinbridge.referral.treatment.RecordTreatment;

/**
 * A consent has ended: nobody is told on it any more (SAL-03). A second delivery finds nothing that rests on it, so the
 * effect needs no message to be remembered.
 */
@Component
class ConsentEndedHandler implements EventHandler {

    private static final String CONSENT_ENDED = "uk.kinbridge.consent.ended.v1";

    private final RecordTreatment record;
    private final InstantSource time;

    ConsentEndedHandler(RecordTreatment record, InstantSource time) {
        this.record = record;
        this.time = time;
    }

    @Override
    public Set<String> types() {
        return Set.of(CONSENT_ENDED);
    }

    @Override
    public void handle(IncomingEvent event) {
        var data = event.data();
        var by = data.required("by");
        record.consentEnded(
                data.required("consentId").asString(),
                new Worker(
                        by.required("person").asString(),
                        by.required("name").asString(),
                        by.required("agency").asString()),
                time.instant());
    }
}
