package uk.kinbridge.directory.protocol;

import org.jspecify.annotations.Nullable;

/**
 * A version as its officers wrote it, to the letter.
 *
 * @param pack the protocol as data
 * @param obligations what the protocol asks for, numbered; null when the register knows all of it already
 * @param timelines worked examples, which are played against the pack
 */
record Manuscript(
        String pack, @Nullable String obligations, @Nullable String timelines) {

    static final String PACK = "pack.yaml";
    static final String OBLIGATIONS = "obligations.yaml";
    static final String TIMELINES = "timelines.yaml";

    static Manuscript of(String pack) {
        return new Manuscript(pack, null, null);
    }
}
