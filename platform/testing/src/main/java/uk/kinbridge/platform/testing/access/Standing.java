package uk.kinbridge.platform.testing.access;

import uk.kinbridge.platform.testing.Bearer;
import uk.kinbridge.platform.testing.Tokens;

/** How a caller stands to the record of the scene: who they are and for whom they work. */
record Standing(String name, String username, String agency) {

    Bearer as(String role) {
        return Tokens.of(username).agency(agency).roles(role);
    }
}
