package uk.kinbridge.protocols.published;

import java.util.List;
import uk.kinbridge.protocols.pack.Pack;

/** Copies of the protocol versions that the directory has published; they outlive its absence and our restart. */
public interface ProtocolCopies {

    /** Every version that has been kept, as it was written, those first that others may extend. */
    List<Pack> all();

    /** Keeps a version as it was published; keeping it again changes nothing. */
    void keep(Pack pack, String yaml);
}
