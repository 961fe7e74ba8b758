package uk.kinbridge.protocols.pack;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody is told when something happens; with an acknowledgement, a person has to confirm that they have seen it.
 *
 * @param outside who else has to know and gets no notice here; null for nobody
 * @param when only then; always when left out
 */
public record Notice(
        NoticeId id,
        CaseEvent on,
        List<Party> to,
        String words,
        @Nullable Acknowledgement acknowledge,
        @Nullable Outside outside,
        @Nullable Condition when,
        List<ObligationId> obligations)
        implements Entry {

    public boolean needsAcknowledgement() {
        return acknowledge != null;
    }
}
