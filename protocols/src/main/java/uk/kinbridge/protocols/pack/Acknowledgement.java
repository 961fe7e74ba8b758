package uk.kinbridge.protocols.pack;

import java.util.List;
import uk.kinbridge.protocols.time.Within;

/** By when a person confirms a notice, how often it is chased until then, and who is told when it stays unconfirmed. */
public record Acknowledgement(Within within, Within chaseEvery, List<Party> thenTell) {}
