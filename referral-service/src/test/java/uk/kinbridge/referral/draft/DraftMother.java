package uk.kinbridge.referral.draft;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.referral.referral.Actor;

/** Drafts for tests. */
public final class DraftMother {

    public static final String AGENCY = "hackney-childrens-social-care";

    private DraftMother() {}

    public static Change<ReferralDraft, DraftEvent> begun(
            String id, ReferralDraft.@Nullable Origin origin, Typed typed, Instant at) {
        return ReferralDraft.begun(id, "R-" + id, WritingADraftTest.SADE, origin, typed, WritingADraftTest.SAID, at);
    }

    public static Change<ReferralDraft, DraftEvent> begun(String id, Instant at) {
        return begun(id, null, WritingADraftTest.typed(), at);
    }

    public static Change<ReferralDraft, DraftEvent> begunBy(String person, String id, Instant at) {
        var author = new Actor(person, "A Worker", AGENCY, List.of("practitioner"));
        return ReferralDraft.begun(id, "R-" + id, author, null, WritingADraftTest.typed(), WritingADraftTest.SAID, at);
    }

    /** One that time has gone over, and what it told. */
    public static Change<ReferralDraft, DraftEvent> told(Instant at, String... situation) {
        return begun("told", null, WritingADraftTest.typed(situation), at.minus(ReferralDraft.KEPT))
                .next()
                .elapse(at);
    }

    public static Change<ReferralDraft, DraftEvent> reminded(Instant at) {
        return begun(
                        "told",
                        null,
                        WritingADraftTest.typed("child-at-risk-of-significant-harm"),
                        at.minus(ReferralDraft.URGENT_REMINDER))
                .next()
                .elapse(at);
    }
}
