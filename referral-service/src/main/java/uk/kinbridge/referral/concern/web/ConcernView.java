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
import uk.kinbridge.referral.concern.ConcernFiles;
import uk.kinbridge.referral.concern.ConcernsOfFamily;
import uk.kinbridge.referral.concern.Picture;
import uk.kinbridge.referral.information.Worker;

/** Concerns about a family as this caller may see them. */
record ConcernView(String family, List<ConcernLine> concerns, List<PictureLine> pictures, Links _links) {

    /**
     * What is done about a picture.
     *
     * @param words what was said with it; for the agency of whoever said it and for those to whom the picture was
     *     raised: whoever contributed learns that something is done, by whom and when, and asks
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AnswerLine(Picture.Action action, @Nullable String words, Worker by, Instant at) {}

    /** A concern; what exactly worries somebody is for the own agency, others see who, when and which factors. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ConcernLine(
            String id,
            Worker by,
            Instant at,
            List<String> factors,
            @Nullable String words,
            List<String> countedIn) {}

    /**
     * A picture that was raised; its answer is for all who contributed.
     *
     * @param raisedTo who can act on it; for those who can, since it names the agencies whose concerns count
     * @param grownAt when what counts in it changed last; null as long as it is as it was raised
     * @param lapsed why it waits for no answer any more; null unless its concerns are about two families
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PictureLine(
            String id,
            String reference,
            String protocol,
            List<String> obligations,
            List<String> reasons,
            int concerns,
            @Nullable List<Picture.Addressee> raisedTo,
            Instant at,
            @Nullable Instant grownAt,
            @Nullable AnswerLine answer,
            Picture.@Nullable Lapsed lapsed,
            List<ClockLine> clocks,
            Links _links) {}

    /**
     * How its clock stands.
     *
     * @param variations due times that newly published bank holidays moved, with the reason
     */
    record ClockLine(ClockState state, Instant dueAt, String explanation, List<Variation> variations) {}

    /**
     * As far as this caller may see them.
     *
     * @param hidden whether somebody of the family is protected from the caller: which agencies and workers are involved
     *     would tell where they are, so that only what the caller wrote themself is left
     */
    static ConcernView of(ConcernFiles.Whole whole, boolean hidden, Caller caller, Instant now) {
        if (hidden) {
            return ofTheirOwn(whole.concerns(), caller);
        }
        var all = whole.concerns();
        return new ConcernView(
                all.id(),
                all.concerns().stream()
                        .filter(concern -> own(concern, caller) || inAPictureFor(whole, concern, caller))
                        .map(concern -> line(whole, concern, caller))
                        .toList(),
                whole.files().stream()
                        .flatMap(file -> file.pictures().stream()
                                .filter(picture -> shows(all, picture, caller))
                                .map(picture -> line(all.id(), file, picture, caller, now)))
                        .toList(),
                links(all));
    }

    private static ConcernView ofTheirOwn(ConcernsOfFamily all, Caller caller) {
        return new ConcernView(
                all.id(),
                all.concerns().stream()
                        .filter(concern ->
                                own(concern, caller) && concern.by().person().equals(caller.subject()))
                        .map(concern -> new ConcernLine(
                                concern.id(),
                                concern.by(),
                                concern.at(),
                                concern.factors(),
                                concern.words(),
                                List.of()))
                        .toList(),
                List.of(),
                links(all));
    }

    private static Links links(ConcernsOfFamily all) {
        var self = "/api/families/" + all.id() + "/concerns";
        return Links.self(self).and("accessLog", self + "/access-log");
    }

    private static @Nullable AnswerLine answer(Picture picture, Caller caller) {
        var answer = picture.answer();
        if (answer == null) {
            return null;
        }
        boolean reads = caller.worksFor(answer.by().agency()) || ConcernAccess.seesOthersConcerns(caller, picture);
        return new AnswerLine(answer.action(), reads ? answer.words() : null, answer.by(), answer.at());
    }

    private static boolean own(Concern concern, Caller caller) {
        return caller.worksFor(concern.by().agency());
    }

    private static boolean inAPictureFor(ConcernFiles.Whole whole, Concern concern, Caller caller) {
        return whole.countedIn(concern).stream().anyMatch(picture -> ConcernAccess.seesOthersConcerns(caller, picture));
    }

    private static boolean shows(ConcernsOfFamily all, Picture picture, Caller caller) {
        return ConcernAccess.seesOthersConcerns(caller, picture)
                || all.concerns().stream()
                        .anyMatch(c -> own(c, caller) && picture.concerns().contains(c.id()));
    }

    private static ConcernLine line(ConcernFiles.Whole whole, Concern concern, Caller caller) {
        return new ConcernLine(
                concern.id(),
                concern.by(),
                concern.at(),
                concern.factors(),
                own(concern, caller) ? concern.words() : null,
                whole.countedIn(concern).stream().map(Picture::reference).toList());
    }

    /** @param file among whose clocks the picture's are */
    private static PictureLine line(String family, ConcernsOfFamily file, Picture picture, Caller caller, Instant now) {
        return new PictureLine(
                picture.id(),
                picture.reference(),
                picture.protocol().toString(),
                picture.obligations(),
                picture.reasons(),
                picture.concerns().size(),
                ConcernAccess.seesOthersConcerns(caller, picture) ? picture.told() : null,
                picture.at(),
                picture.grownAt(),
                answer(picture, caller),
                picture.lapsed(),
                file.clocks().stream()
                        .filter(clock -> picture.isOpen() && clock.isOpen() && isOf(clock, picture))
                        .map(clock -> new ClockLine(
                                clock.stateAt(now), clock.dueAt(), clock.explanation(), clock.variations()))
                        .toList(),
                Links.self("/api/families/" + family + "/concerns")
                        .when(
                                picture.isOpen()
                                        && ConcernAccess.answer(caller, true, picture)
                                                .isGranted(),
                                "answer",
                                "POST",
                                "/api/families/" + family + "/concern-pictures/" + picture.id() + "/answer"));
    }

    private static boolean isOf(Clock clock, Picture picture) {
        return clock.kind().endsWith("/" + picture.rule());
    }
}
