package uk.kinbridge.protocols.pack;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.protocols.reading.Word;

/**
 * One of the answers that a question offers.
 *
 * @param establishes what is so once it is chosen
 * @param factors the factors of the area's risk model that it shows
 * @param means what the rules that hold everywhere have to know about it
 */
public record Option(
        OptionId id,
        String words,
        List<Fact> establishes,
        List<FactorId> factors,
        @Nullable Meaning means) {

    /** What an option amounts to, whatever its words are. */
    public enum Meaning implements Word {
        /** A child is named as what protects. */
        CHILD_PROTECTS,
        /** A partner who is not affected is named as what protects. */
        PARTNER_PROTECTS,
        /** The parent is held to be unable to parent. */
        INABILITY_TO_PARENT,
        /** The ground is a need for support and nothing more. */
        SUPPORT_NEED,
        /** It was not done; why is asked. */
        NOT_DONE,
        /** A referral is made. */
        REFERRED,
        /** It was considered and decided against; why is asked. */
        DECIDED_AGAINST,
        /** Nobody has decided yet. */
        UNDECIDED
    }
}
