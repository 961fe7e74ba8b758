package uk.kinbridge.protocols.pack;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.protocols.reading.Word;
import uk.kinbridge.protocols.time.OpeningHours;

/**
 * Whom to call for what, where and when.
 *
 * @param areas all of the pack's when left out
 * @param hours when it is open in the daytime; the pack's own hours when left out
 */
public record Contact(
        ContactId id,
        String name,
        List<Need> needs,
        List<AreaId> areas,
        Cover cover,
        @Nullable OpeningHours hours,
        @Nullable Basis hoursBasis,
        List<Telephone> telephones,
        @Nullable Email email,
        @Nullable PostalAddress address,
        @Nullable String website,
        List<ObligationId> obligations)
        implements Entry {

    /** Which part of the week it answers. */
    public enum Cover implements Word {
        DAYTIME,
        OUT_OF_HOURS,
        ALWAYS
    }
}
