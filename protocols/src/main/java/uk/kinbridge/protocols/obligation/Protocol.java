package uk.kinbridge.protocols.obligation;

import java.util.List;
import uk.kinbridge.protocols.pack.AreaId;

/** A written protocol, and where it holds. */
public record Protocol(String title, List<AreaId> areas) {}
