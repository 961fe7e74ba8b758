package uk.kinbridge.referral.referral.rabbit;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import uk.kinbridge.platform.messaging.EventHandler;
import uk.kinbridge.platform.messaging.IncomingEvent;
import uk.kinbridge.referral.referral.Actor;
import uk.kinbridge.referral.referral.FollowAssessment;
import uk.kinbridge.referral.referral.FollowAssessment.News;
import uk.kinbridge.referral.referral.FollowAssessment.What;

/** Something happened to an assessment that a referral asked for. */
@Component
class AssessmentNews implements EventHandler {

    private static final Map<String, What> TYPES = Map.of(
            "uk.kinbridge.assessment.invited.v1", What.INVITED,
            "uk.kinbridge.assessment.completed.v1", What.COMPLETED,
            "uk.kinbridge.assessment.outcome-shared.v1", What.OUTCOME_SHARED,
            "uk.kinbridge.assessment.reviewed.v1", What.REVIEWED,
            "uk.kinbridge.assessment.harm-indicated.v1", What.HARM_INDICATED);

    private final FollowAssessment follow;
    private final InstantSource time;

    AssessmentNews(FollowAssessment follow, InstantSource time) {
        this.follow = follow;
        this.time = time;
    }

    @Override
    public Set<String> types() {
        return TYPES.keySet();
    }

    @Override
    public void handle(IncomingEvent event) {
        if (event.data().path("referral").asString("").isEmpty()) {
            return;
        }
        follow.follow(news(event), event.messageId(), time.instant());
    }

    static News news(IncomingEvent event) {
        var data = event.data();
        var by = data.required("by");
        var appointment = data.path("appointmentAt").asString("");
        return new News(
                TYPES.getOrDefault(event.type(), What.REVIEWED),
                data.required("assessment").required("reference").asString(),
                data.required("referral").asString(),
                data.required("family").asString(),
                new Actor(
                        by.required("person").asString(),
                        by.required("name").asString(),
                        by.required("agency").asString(),
                        List.of()),
                Instant.parse(data.required("at").asString()),
                appointment.isEmpty() ? null : Instant.parse(appointment));
    }
}
