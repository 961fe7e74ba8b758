package uk.kinbridge.assessment.kept;

import uk.kinbridge.protocols.pack.Pack;

/** The immutable protocol version that a record runs under, with the hash of its content. */
public record Pinned(String pack, int version, String hash) {

    /** That version of the pack. */
    public static Pinned to(Pack pack) {
        var reference = pack.reference();
        return new Pinned(reference.id().value(), reference.version(), reference.hash());
    }

    @Override
    public String toString() {
        return pack + "@" + version;
    }
}
