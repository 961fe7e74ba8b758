package uk.kinbridge.protocols.published;

/** Takes in whatever the directory has published and we do not know yet. */
public interface FollowDirectory {

    /** @return false when the directory does not answer; what is known stays in use */
    boolean follow();
}
