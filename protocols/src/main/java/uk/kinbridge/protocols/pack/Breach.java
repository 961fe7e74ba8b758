package uk.kinbridge.protocols.pack;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a breach leads to: it always ends with people.
 *
 * @param words what they are asked to do
 * @param call whom they can call about it
 */
public record Breach(
        List<Party> tell, @Nullable String words, @Nullable ContactId call) {}
