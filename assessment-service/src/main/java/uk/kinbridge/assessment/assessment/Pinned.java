package uk.kinbridge.assessment.assessment;

/**
 * The immutable protocol version that an assessment runs under, with the hash of its content, and the version of the
 * form.
 *
 * @param form written like {@code hackney-parental-needs@1}
 */
public record Pinned(String pack, int version, String hash, String form) {

    @Override
    public String toString() {
        return pack + "@" + version + " " + form;
    }
}
