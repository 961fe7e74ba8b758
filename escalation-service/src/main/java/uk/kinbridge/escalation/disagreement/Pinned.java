package uk.kinbridge.escalation.disagreement;

/** The immutable protocol version that a disagreement runs under, with the hash of its content. */
public record Pinned(String pack, int version, String hash) {

    @Override
    public String toString() {
        return pack + "@" + version;
    }
}
