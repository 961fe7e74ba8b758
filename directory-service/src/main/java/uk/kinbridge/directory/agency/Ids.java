package uk.kinbridge.directory.agency;

/** The one form of all ids. */
final class Ids {

    static final String FORM = "[a-z0-9]+(-[a-z0-9]+)*";
    static final String MESSAGE = "must be lower case words joined by hyphens";

    private Ids() {}
}
