package uk.kinbridge.protocols.pack;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody is told when something happens; with an acknowledgement, a person has to confirm that they have seen it.
 *
 * @param outside agencies that are no party of the case, told by letter or call
 * @param when only then; always when left out
 */
public record Notice(
        NoticeId id,
        CaseEvent on,
        List<Party> to,
        String words,
        @Nullable Acknowledgement acknowledge,
        List<AgencyRole> outside,
        @Nullable Condition when,
        List<ObligationId> obligations)
        implements Entry {

    public boolean needsAcknowledgement() {
        return acknowledge != null;
    }
}
