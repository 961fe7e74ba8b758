package uk.kinbridge.protocols.pack;

import java.util.List;
import uk.kinbridge.protocols.reading.Wrapper;

/** Anything in a pack that serves an obligation, and says which. */
public interface Entry {

    Wrapper id();

    List<ObligationId> obligations();
}
