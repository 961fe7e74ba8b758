package uk.kinbridge.assessment.assessment;

import java.util.List;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.protocols.assessing.Finding;
import uk.kinbridge.protocols.heldopen.OpenDisagreements.Open;

/** How a command of an assessment ends. */
public sealed interface Ruling {

    /** It is so now. */
    record Done(Change<Assessment, AssessmentEvent> change) implements Ruling {}

    /** It was so before; nothing changes. */
    record Before() implements Ruling {}

    /** Rules stand against it: each names its question, the reason and the obligation. */
    record Incomplete(List<Finding> findings) implements Ruling {}

    /** A business reason against it. */
    record Against(Why why, String words, List<String> obligations) implements Ruling {}

    /** A field names something that is not there. */
    record Unknown(String field, String words) implements Ruling {}

    /** Somebody else has saved that section since it was read. */
    record SectionChanged(long version, Actor by) implements Ruling {}

    /**
     * It would end work about which agencies disagree, so it goes on (SAL-27).
     *
     * @param obligations those of the area's ladder
     */
    record HeldOpen(List<Open> by, List<String> obligations) implements Ruling {}

    /** Why something cannot be done now. */
    enum Why {
        /** It is complete or closed; reopen it first. */
        NOT_OPEN,
        /** It is not complete yet. */
        NOT_COMPLETE,
        /** A joint assessment was neither planned together nor found too urgent (SAL-07). */
        NOT_PREPARED,
        /** Somebody has not signed. */
        NOT_SIGNED,
        /** Nobody has decided on the risk (HAC-12). */
        NOT_DECIDED,
        /** The family's record has not been asked yet, so nobody knows which children there are. */
        FAMILY_NOT_KNOWN,
        /** There is no newer version of the form. */
        NOTHING_NEWER,
        /** An outcome that ends the work needs its rationale (SAL-24). */
        NO_RATIONALE,
        /** It needs the level of use and the risk to parenting (HAC-04). */
        NOT_THE_WHOLE_OUTCOME,
        /** What it brought with it, or harm that it indicated, has not led to what it has to lead to (SAL-08). */
        NOT_SETTLED,
        /** Its review is overdue (HAC-15). */
        NOT_REVIEWED,
        /** Who got the outcome before does not know the last one (SAL-24). */
        OUTCOME_NOT_TOLD,
        /** No person has confirmed that the outcome reached them (HAC-17). */
        OUTCOME_NOT_RECEIVED,
        /** There is nobody to whom it could go. */
        NOBODY_TO_TELL
    }
}
