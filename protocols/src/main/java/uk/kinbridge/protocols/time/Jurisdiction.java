package uk.kinbridge.protocols.time;

import uk.kinbridge.protocols.reading.Word;

/** Whose bank holidays apply. */
public enum Jurisdiction implements Word {
    ENGLAND_AND_WALES("England and Wales"),
    SCOTLAND("Scotland"),
    NORTHERN_IRELAND("Northern Ireland");

    private final String spoken;

    Jurisdiction(String spoken) {
        this.spoken = spoken;
    }

    public String spoken() {
        return spoken;
    }
}
