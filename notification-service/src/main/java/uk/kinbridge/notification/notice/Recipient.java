package uk.kinbridge.notification.notice;

import org.jspecify.annotations.Nullable;

/**
 * Who has to be told: a role in an agency, that role in one of its teams, or one person.
 *
 * @param role in the realm's spelling
 * @param person subject id where one person is meant; nobody else receives it then, but those who act for them
 * @param team id of the team where only its people are meant
 */
public record Recipient(
        String agency,
        String role,
        @Nullable String person,
        @Nullable String team) {

    /** Whoever holds the role. */
    public static Recipient role(String agency, String role) {
        return new Recipient(agency, role, null, null);
    }

    /** One person. */
    public static Recipient person(String agency, String role, String person) {
        return new Recipient(agency, role, person, null);
    }

    /** Names the inbox that the notice lies in from the first moment on, whatever the directory says. */
    public String address() {
        if (person != null) {
            return Inbox.ofPerson(agency, person);
        }
        return team == null ? Inbox.ofRole(agency, role) : Inbox.ofTeam(agency, team, role);
    }
}
