package uk.kinbridge.protocols.pack;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody is told when something happens; with an acknowledgement, a person has to confirm that they have seen it.
 *
 * @param asks what those who are told have to do, in plain words; null where it is enough to know
 * @param outside who else has to know and gets no notice here; null for nobody
 * @param when only then; always when left out
 */
public record Notice(
        NoticeId id,
        CaseEvent on,
        List<Party> to,
        String words,
        @Nullable String asks,
        @Nullable Acknowledgement acknowledge,
        @Nullable Outside outside,
        @Nullable Condition when,
        List<ObligationId> obligations)
        implements Entry {

    public boolean needsAcknowledgement() {
        return acknowledge != null;
    }

    /** Whether it tells that side of a referral, whatever the case is like. */
    boolean alwaysTells(Side side) {
        return when == null && to.stream().anyMatch(party -> MustHear.means(party.side(), side, on));
    }

    /** The same for fewer people. */
    Notice onlyTo(List<Party> fewer) {
        return new Notice(id, on, fewer, words, asks, acknowledge, outside, when, obligations);
    }
}
