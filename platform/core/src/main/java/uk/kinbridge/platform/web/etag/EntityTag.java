package uk.kinbridge.platform.web.etag;

/** The version of a document as a strong entity tag: version 3 is {@code "3"}, quotes included. */
public final class EntityTag {

    private EntityTag() {}

    /** For {@code ResponseEntity.ok().eTag(EntityTag.of(version))}. */
    public static String of(long version) {
        return "\"" + version + "\"";
    }
}
