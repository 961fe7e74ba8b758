package uk.kinbridge.referral.treatment.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.platform.clock.Clock;
import uk.kinbridge.platform.clock.ClockState;
import uk.kinbridge.platform.clock.Clocks;
import uk.kinbridge.platform.clock.Variation;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.web.link.Links;
import uk.kinbridge.referral.information.Worker;
import uk.kinbridge.referral.treatment.Treatment;
import uk.kinbridge.referral.treatment.TreatmentAccess;
import uk.kinbridge.referral.treatment.Treatments;

/** A treatment as this caller may see it; who outside has to be told is the treating agency's own work. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TreatmentView(
        String id,
        String reference,
        String family,
        String member,
        String agency,
        LocalDate enteredOn,
        Worker by,
        String protocol,
        Treatment.Told told,
        @Nullable List<OutsideLine> outside,
        long version,
        Links _links) {

    /** Somebody outside who has to know. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OutsideLine(
            String kind,
            String words,
            List<String> children,
            List<String> obligations,
            @Nullable ClockState state,
            @Nullable Instant dueAt,
            @Nullable String explanation,
            List<Variation> variations,
            Treatment.@Nullable Done done,
            Links _links) {}

    static TreatmentView of(Treatments.Held held, Caller caller, Instant now) {
        var t = held.treatment();
        boolean own = TreatmentAccess.change(caller, t).isGranted();
        var self = "/api/treatments/" + t.id();
        return new TreatmentView(
                t.id(),
                t.reference(),
                t.family(),
                t.member(),
                t.agency(),
                t.enteredOn(),
                t.by(),
                t.protocol().toString(),
                t.told(),
                own ? t.outside().stream().map(one -> line(t, one, now)).toList() : null,
                held.version(),
                Links.self("/api/families/" + t.family() + "/treatments")
                        .and("family", "/api/families/" + t.family())
                        .and("accessLog", self + "/access-log")
                        .when(own && !t.isTold(), "tell-now", "POST", self + "/telling"));
    }

    private static OutsideLine line(Treatment t, Treatment.Outside one, Instant now) {
        var path = "/api/treatments/" + t.id() + "/outside-tellings/" + one.id();
        var clock = new Clocks(t.clocks()).running("tell-" + one.id()).orElse(null);
        return new OutsideLine(
                one.id(),
                one.words(),
                one.children(),
                one.obligations(),
                state(clock, now),
                clock == null ? null : clock.dueAt(),
                clock == null ? null : clock.explanation(),
                clock == null ? List.of() : clock.variations(),
                one.done(),
                Links.self("/api/families/" + t.family() + "/treatments")
                        .when(one.done() == null, "record-telling", "POST", path));
    }

    private static @Nullable ClockState state(@Nullable Clock clock, Instant now) {
        return clock == null ? null : clock.stateAt(now);
    }
}
