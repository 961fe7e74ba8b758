package uk.kinbridge.referral.concern.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.platform.clock.Clock;
import uk.kinbridge.platform.clock.ClockState;
import uk.kinbridge.platform.clock.Variation;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.web.link.Links;
import uk.kinbridge.referral.concern.Concern;
import uk.kinbridge.referral.concern.ConcernAccess;
import uk.kinbridge.referral.concern.ConcernsOfFamily;
import uk.kinbridge.referral.concern.Picture;
import uk.kinbridge.referral.information.Worker;

/** Concerns about a family as this caller may see them. */
record ConcernView(String family, List<ConcernLine> concerns, List<PictureLine> pictures, Links _links) {

    /** A concern; what exactly worries somebody is for the own agency, others see who, when and which factors. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ConcernLine(
            String id,
            Worker by,
            Instant at,
            List<String> factors,
            @Nullable String words,
            List<String> countedIn) {}

    /** A picture that was raised; its answer is for all who contributed. */
    record PictureLine(
            String id,
            String reference,
            String protocol,
            List<String> obligations,
            List<String> reasons,
            int concerns,
            Instant at,
            Picture.@Nullable Answer answer,
            List<ClockLine> clocks,
            Links _links) {}

    /**
     * How its clock stands.
     *
     * @param variations due times that newly published bank holidays moved, with the reason
     */
    record ClockLine(ClockState state, Instant dueAt, String explanation, List<Variation> variations) {}

    static ConcernView of(ConcernsOfFamily all, Caller caller, Instant now) {
        var self = "/api/families/" + all.id() + "/concerns";
        return new ConcernView(
                all.id(),
                all.concerns().stream()
                        .filter(concern -> own(concern, caller) || inAPictureFor(all, concern, caller))
                        .map(concern -> line(all, concern, caller))
                        .toList(),
                all.pictures().stream()
                        .filter(picture -> shows(all, picture, caller))
                        .map(picture -> line(all, picture, caller, now))
                        .toList(),
                Links.self(self).and("accessLog", self + "/access-log"));
    }

    private static boolean own(Concern concern, Caller caller) {
        return caller.worksFor(concern.by().agency());
    }

    private static boolean inAPictureFor(ConcernsOfFamily all, Concern concern, Caller caller) {
        return all.countedIn(concern).stream().anyMatch(picture -> ConcernAccess.seesOthersConcerns(caller, picture));
    }

    private static boolean shows(ConcernsOfFamily all, Picture picture, Caller caller) {
        return ConcernAccess.seesOthersConcerns(caller, picture)
                || all.concerns().stream()
                        .anyMatch(c -> own(c, caller) && picture.concerns().contains(c.id()));
    }

    private static ConcernLine line(ConcernsOfFamily all, Concern concern, Caller caller) {
        return new ConcernLine(
                concern.id(),
                concern.by(),
                concern.at(),
                concern.factors(),
                own(concern, caller) ? concern.words() : null,
                all.countedIn(concern).stream().map(Picture::reference).toList());
    }

    private static PictureLine line(ConcernsOfFamily all, Picture picture, Caller caller, Instant now) {
        return new PictureLine(
                picture.id(),
                picture.reference(),
                picture.protocol().toString(),
                picture.obligations(),
                picture.reasons(),
                picture.concerns().size(),
                picture.at(),
                picture.answer(),
                all.clocks().stream()
                        .filter(clock -> picture.isOpen() && clock.isOpen() && isOf(clock, picture))
                        .map(clock -> new ClockLine(
                                clock.stateAt(now), clock.dueAt(), clock.explanation(), clock.variations()))
                        .toList(),
                Links.self("/api/families/" + all.id() + "/concerns")
                        .when(
                                picture.isOpen()
                                        && ConcernAccess.answer(caller, true, picture)
                                                .isGranted(),
                                "answer",
                                "POST",
                                "/api/families/" + all.id() + "/concern-pictures/" + picture.id() + "/answer"));
    }

    private static boolean isOf(Clock clock, Picture picture) {
        return clock.kind().endsWith("/" + picture.rule());
    }
}
