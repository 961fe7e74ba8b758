package uk.kinbridge.protocols.published;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import uk.kinbridge.protocols.pack.Form;
import uk.kinbridge.protocols.pack.FormReference;
import uk.kinbridge.protocols.pack.Pack;

/** The local protocols that cases run under. They answer from the last good copy when the directory does not. */
public interface Protocols {

    /** The version that is in force on that day (Europe/London). */
    Optional<Pack> inForce(String pack, LocalDate day);

    /** What the people of that agency work under on that day, without what another one of them builds on. */
    List<Pack> of(String agency, LocalDate day);

    /** What a new case of that area runs under on that day. */
    List<Pack> inForceIn(String area, LocalDate day);

    /** The very version that a case has pinned; its content is the same for ever. */
    Optional<Pack> pinned(String pack, int version, String hash);

    /** One version of a form, whichever version of whichever protocol it came with. */
    Optional<Form> form(FormReference reference);

    /** Whether that version is known already. */
    boolean knows(String pack, int version);

    /**
     * Takes in a version that has been published.
     *
     * @param hash of its content, with what it extends put in, as it was published
     * @return false when the text is not what was published; it is not used then
     */
    boolean learn(String name, String yaml, String hash);
}
