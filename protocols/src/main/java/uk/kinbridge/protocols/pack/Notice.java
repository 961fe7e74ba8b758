package uk.kinbridge.protocols.pack;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Somebody is told when something happens; with an acknowledgement, a person has to confirm that they have seen it. */
public record Notice(
        NoticeId id,
        CaseEvent on,
        List<Party> to,
        String words,
        @Nullable Acknowledgement acknowledge,
        List<ObligationId> obligations) {

    public boolean needsAcknowledgement() {
        return acknowledge != null;
    }
}
