package uk.kinbridge.protocols.reading;

/** A value of a closed vocabulary, written in a pack as its word. */
public interface Word {

    String name();

    /** As it is written in YAML; by default the constant's name in lower case with hyphens. */
    default String word() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
