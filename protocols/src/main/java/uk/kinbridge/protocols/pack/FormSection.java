package uk.kinbridge.protocols.pack;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.protocols.reading.Word;

/**
 * A part of a form that one agency fills in at a time.
 *
 * @param each asked once for each of these people; once for the whole assessment when left out
 * @param when asked at all only then
 * @param filledBy who may write in it; anybody in the list may
 */
public record FormSection(
        SectionId id,
        String title,
        @Nullable Each each,
        @Nullable Condition when,
        List<Filler> filledBy,
        List<Question> questions,
        List<ObligationId> obligations)
        implements Entry {

    /** The people for each of whom a section is asked again. */
    public enum Each implements Word {
        CHILD,
        ADULT
    }

    /** Whether somebody of such an agency, on that side of the case and in that role, may write in it. */
    public boolean mayBeFilledBy(@Nullable AgencyRole agency, @Nullable Side side, PersonRole role) {
        return filledBy.stream().anyMatch(filler -> filler.fits(agency, side, role));
    }
}
