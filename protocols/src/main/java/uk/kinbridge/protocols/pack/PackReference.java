package uk.kinbridge.protocols.pack;

/** What a case pins: one immutable version of one pack, with the hash of its content. */
public record PackReference(PackId id, int version, String hash) {

    @Override
    public String toString() {
        return id + "@" + version;
    }
}
