package uk.kinbridge.escalation.disagreement;

import uk.kinbridge.platform.aggregate.Change;

/** How a command of a disagreement ends. */
public sealed interface Ruling {

    /** It is so now. */
    record Done(Change<Disagreement, DisagreementEvent> change) implements Ruling {}

    /** A business reason against it. */
    record Against(Why why) implements Ruling {}

    /** Why something cannot be done now. */
    enum Why {
        /** It has been resolved; what is new is a new disagreement. */
        RESOLVED_ALREADY,
        /** The other agency must be advised of the intention first (SAL-27). */
        ADVISE_FIRST,
        /** There is no rung above. */
        ON_THE_LAST_RUNG,
        /** Nothing has been proposed that could be confirmed or declined. */
        NOTHING_PROPOSED,
        /** A disagreement is not resolved while the child is not safer. */
        CHILD_NOT_SAFER,
        /** An undertaking lies in the past, or is none of the two agencies'. */
        UNDERTAKING_IMPOSSIBLE,
        /** The ladder of this protocol does not offer that. */
        NOT_OFFERED,
        /** There is no such question, or it has its answer. */
        NOTHING_TO_ANSWER,
        /** There is no such undertaking, or it has been done. */
        NOTHING_UNDERTAKEN,
        /** Who raised it is there and speaks for themselves; nobody takes that from them (DOR-12). */
        RAISER_IS_THERE,
        /** The voice goes to somebody who is in post there and works with families. */
        NOT_IN_POST,
        /** Without the directory nobody's voice is handed over. */
        DIRECTORY_SILENT
    }
}
