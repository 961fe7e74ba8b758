package uk.kinbridge.protocols.pack;

/** A pack extends something that is not there. */
public final class UnresolvedPackException extends RuntimeException {

    private final transient Pack pack;
    private final transient Extension extension;

    UnresolvedPackException(Pack pack, Extension extension, String what) {
        super("The pack '%s' %s.".formatted(pack.pack(), what));
        this.pack = pack;
        this.extension = extension;
    }

    public Pack pack() {
        return pack;
    }

    public Extension extension() {
        return extension;
    }
}
