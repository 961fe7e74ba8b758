package uk.kinbridge.protocols.pack;

/** A pack extends something that is not there. */
public final class UnresolvedPackException extends RuntimeException {

    private final transient Pack pack;
    private final transient Extension extension;
    private final String sentence;

    UnresolvedPackException(Pack pack, Extension extension, String what) {
        super("The pack '%s' %s.".formatted(pack.pack(), what));
        this.sentence = "The pack '%s' %s.".formatted(pack.pack(), what);
        this.pack = pack;
        this.extension = extension;
    }

    public Pack pack() {
        return pack;
    }

    public Extension extension() {
        return extension;
    }

    /** For the author of the pack. */
    public String sentence() {
        return sentence;
    }
}
