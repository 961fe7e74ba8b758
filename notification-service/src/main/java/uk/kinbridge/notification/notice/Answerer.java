package uk.kinbridge.notification.notice;

/**
 * A person who answers for a recipient at a moment.
 *
 * @param person subject id
 * @param because why this person, in the directory's words
 * @param standsIn whether the notice would not lie in their inbox by their own role or name
 */
public record Answerer(String agency, String person, String name, String because, boolean standsIn) {

    /** Their own inbox. */
    String address() {
        return Inbox.ofPerson(agency, person);
    }
}
