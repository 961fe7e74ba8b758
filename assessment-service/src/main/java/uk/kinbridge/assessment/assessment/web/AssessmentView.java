package uk.kinbridge.assessment.assessment.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.assessment.assessment.Actor;
import uk.kinbridge.assessment.assessment.Assessment;
import uk.kinbridge.assessment.assessment.AssessmentAccess;
import uk.kinbridge.assessment.assessment.Closed;
import uk.kinbridge.assessment.assessment.FamilyRecords.Seen;
import uk.kinbridge.assessment.assessment.HandleAssessment.Reading;
import uk.kinbridge.assessment.assessment.Happening;
import uk.kinbridge.assessment.assessment.Harm;
import uk.kinbridge.assessment.assessment.Joint;
import uk.kinbridge.assessment.assessment.KnownFamily;
import uk.kinbridge.assessment.assessment.Owed;
import uk.kinbridge.assessment.assessment.Pinned;
import uk.kinbridge.assessment.assessment.RiskDecision;
import uk.kinbridge.assessment.assessment.Rules;
import uk.kinbridge.assessment.assessment.SharedOutcome;
import uk.kinbridge.assessment.assessment.Shown;
import uk.kinbridge.assessment.assessment.Side;
import uk.kinbridge.platform.clock.Clock;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.web.link.Links;
import uk.kinbridge.protocols.assessing.RiskPicture;
import uk.kinbridge.protocols.heldopen.web.DisagreementView;
import uk.kinbridge.protocols.pack.ObligationId;

/**
 * An assessment as this caller may see it.
 *
 * @param familyNotice says so while the family's record does not answer; null while it does
 * @param closed how it was closed, the last time; only 'state' says whether it is
 * @param openDisagreements while one is open, no outcome ends the work and nothing is closed
 * @param notShown why some of the others' part is not shown; null when all is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AssessmentView(
        String id,
        String reference,
        Pinned protocol,
        String area,
        String kind,
        String title,
        KnownFamily family,
        @Nullable String familyNotice,
        String person,
        @Nullable String referral,
        Assessment.State state,
        List<Side> sides,
        List<SectionView> sections,
        @Nullable String notShown,
        Joint joint,
        @Nullable PictureView proposed,
        @Nullable RiskDecision risk,
        List<Owed> owed,
        List<Harm> harms,
        List<String> reopened,
        List<SharedOutcome> outcomes,
        @Nullable Closed closed,
        List<DisagreementView> openDisagreements,
        int versions,
        Actor worker,
        Instant begunAt,
        List<ClockView> clocks,
        List<Happening> history,
        Links _links) {

    private static final String LAST_GOOD = "The family's record does not answer just now; this is what it said last.";
    private static final String NEVER_ASKED =
            "The family's record could not be asked yet. Everything typed is kept, and it is asked again.";

    /** A section with who holds it, and what may be seen of it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SectionView(
            String id,
            String title,
            @Nullable String each,
            long version,
            @Nullable String agency,
            boolean outline,
            Map<String, Object> answers,
            List<AttachmentView> attachments,
            @Nullable Actor by,
            @Nullable Instant at,
            boolean mayWrite) {}

    /** What the area's model proposes; the factors and reasons come from answers, so only who sees these all sees them. */
    record PictureView(String level, String words, List<String> factors, String reviewEvery, List<ReasonView> reasons) {

        /** What whoever has to decide on the risk must know, and nothing of the answers behind it (HAC-12). */
        static PictureView outline(RiskPicture picture) {
            return new PictureView(
                    picture.level().id().value(),
                    picture.level().words(),
                    List.of(),
                    picture.reviewEvery().toString(),
                    List.of());
        }

        static PictureView of(RiskPicture picture) {
            return new PictureView(
                    picture.level().id().value(),
                    picture.level().words(),
                    picture.factors().stream()
                            .map(factor -> factor.id().value())
                            .toList(),
                    picture.reviewEvery().toString(),
                    picture.reasons().stream()
                            .map(reason -> new ReasonView(
                                    reason.words(),
                                    reason.obligations().stream()
                                            .map(ObligationId::value)
                                            .toList()))
                            .toList());
        }
    }

    record ReasonView(String words, List<String> obligations) {}

    /** A clock with how it stands now. */
    record ClockView(
            String kind,
            List<String> obligations,
            uk.kinbridge.platform.clock.Owner owner,
            Instant startedAt,
            Instant dueAt,
            uk.kinbridge.platform.clock.ClockState state,
            String explanation) {

        static ClockView of(Clock c, Instant now) {
            return new ClockView(
                    c.kind(), c.obligations(), c.owner(), c.startedAt(), c.dueAt(), c.stateAt(now), c.explanation());
        }
    }

    private static @Nullable PictureView proposed(Optional<RiskPicture> picture, boolean whole, boolean decides) {
        return picture.filter(any -> whole || decides)
                .map(whole ? PictureView::of : PictureView::outline)
                .orElse(null);
    }

    static AssessmentView of(Reading reading, Caller caller, Instant now) {
        var a = reading.held().assessment();
        var rules = reading.rules();
        var shown = Shown.of(a, a.parts(), caller, reading.sharing(), rules);
        // who sees only an outline of the answers learns nothing of what follows from them
        boolean whole = shown.outlined().isEmpty();
        boolean decides = caller.worksFor(a.holder().agency());
        return new AssessmentView(
                a.id(),
                a.reference(),
                a.protocol(),
                a.area(),
                a.kind().word(),
                a.title(),
                a.family(),
                notice(a, reading.seen()),
                a.person(),
                a.referral(),
                a.state(),
                a.sides(),
                sections(a, rules, shown, caller),
                whole ? null : shown.why(),
                a.joint(),
                proposed(rules.picture(a), whole, decides),
                whole || decides ? a.risk() : null,
                whole ? a.owed() : List.of(),
                a.harms(),
                a.reopened(),
                a.outcomes().stream()
                        .filter(outcome -> caller.worksFor(outcome.to())
                                || caller.worksFor(outcome.by().agency()))
                        .toList(),
                a.closed(),
                DisagreementView.of(reading.holding(), caller.agency()),
                a.editions().size(),
                a.worker(),
                a.begunAt(),
                a.clocks().stream().map(clock -> ClockView.of(clock, now)).toList(),
                a.history(),
                links(reading, caller));
    }

    private static @Nullable String notice(Assessment a, Seen seen) {
        if (!(seen instanceof Seen.Unreachable)) {
            return null;
        }
        return a.family().isKnown() ? LAST_GOOD : NEVER_ASKED;
    }

    private static List<SectionView> sections(Assessment a, Rules rules, Shown shown, Caller caller) {
        return rules.form().sections().stream()
                .map(section -> {
                    var id = section.id().value();
                    var part = shown.parts().stream()
                            .filter(p -> p.section().equals(id))
                            .findFirst()
                            .orElse(null);
                    var each = section.each();
                    return new SectionView(
                            id,
                            section.title(),
                            each == null ? null : each.word(),
                            part == null ? 0 : part.version(),
                            part == null ? null : part.agency(),
                            shown.outlined().contains(id),
                            part == null ? Map.of() : part.answers().typed(),
                            part == null ? List.of() : AttachmentView.of(a.id(), part),
                            part == null ? null : part.by(),
                            part == null ? null : part.at(),
                            a.isOpen() && rules.mayFill(section, a, caller));
                })
                .toList();
    }

    private static Links links(Reading reading, Caller caller) {
        var a = reading.held().assessment();
        var self = "/api/assessments/" + a.id();
        boolean open = a.isOpen();
        boolean holds = AssessmentAccess.answerFor(caller, a, reading.seen()).isGranted();
        boolean takesPart = AssessmentAccess.takePart(caller, a, reading.seen()).isGranted();
        var links = Links.self(self)
                .and("form", self + "/form")
                .and("versions", self + "/versions")
                .and("changes", self + "/changes")
                // The words of the protocol are explained where they are met (FAP-09).
                .and("glossary", "/api/glossary?protocol=" + a.protocol().pack())
                .and("accessLog", self + "/access-log")
                .when(takesPart, "harm-indicated", "POST", self + "/harm")
                .when(takesPart && open, "plan", "POST", self + "/joint-plan")
                .when(takesPart && open, "too-urgent", "POST", self + "/urgency")
                .when(takesPart && open, "inform", "POST", self + "/full-information")
                .when(takesPart && open, "meet", "POST", self + "/meetings")
                .when(takesPart && open && a.isJoint(), "sign", "POST", self + "/signatures")
                .when(holds, "involve", "POST", self + "/agencies")
                .when(holds && open, "decide-risk", "POST", self + "/risk-decision")
                .when(holds && open, "complete", "POST", self + "/completion")
                .when(holds && open, "move-to-newest-form", "POST", self + "/form-version")
                .when(holds && open, "invite", "POST", self + "/invitation")
                .when(takesPart && !open, "review", "POST", self + "/reviews")
                .when(holds && a.state() == Assessment.State.COMPLETE, "close", "POST", self + "/closure")
                .when(holds && !a.editions().isEmpty(), "share-outcome", "POST", self + "/outcomes");
        for (var owed : a.owed()) {
            links = links.when(
                    takesPart && owed.take() != null && !owed.isSettled(),
                    "settle-" + owed.rule(),
                    "POST",
                    self + "/owed/" + owed.rule());
            links = links.when(
                    takesPart && owed.pathway().isPresent() && !owed.isSettled(),
                    "begin-referral-" + owed.rule(),
                    "POST",
                    self + "/owed/" + owed.rule() + "/referral");
        }
        for (var harm : a.harms()) {
            links = links.when(
                    takesPart && harm.referral() == null,
                    "link-referral-" + harm.number(),
                    "POST",
                    self + "/harm/" + harm.number() + "/referral");
        }
        return links;
    }
}
