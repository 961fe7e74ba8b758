package uk.kinbridge.referral.referral;

/** The immutable protocol version that a referral runs under, with the hash of its content. */
public record Pinned(String pack, int version, String hash) {

    @Override
    public String toString() {
        return pack + "@" + version;
    }
}
