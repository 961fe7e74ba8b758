package uk.kinbridge.notification.delivery;

import java.util.List;

/** The systems of agencies that hear of notices. */
public interface Systems {

    /** Ids of those that an agency has registered and not switched off. */
    List<String> listening(String agency);
}
