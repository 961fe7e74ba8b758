package uk.kinbridge.notification.notice;

import org.jspecify.annotations.Nullable;

/**
 * Who has to be told: a role in an agency, or one person in it.
 *
 * @param role in the realm's spelling
 * @param person subject id where one person is meant; nobody else receives it then
 */
public record Recipient(
        String agency, String role, @Nullable String person) {

    /** Names the one inbox that the notice lies in. */
    public String address() {
        return person == null ? Inbox.ofRole(agency, role) : Inbox.ofPerson(agency, person);
    }
}
