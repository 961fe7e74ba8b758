package uk.kinbridge.acceptance.suite;

import tools.jackson.databind.JsonNode;

/**
 * What the gateway answered.
 *
 * @param body a missing node when there was none
 * @param etag the version, quotes included; empty when there was none
 */
public record Answer(int status, JsonNode body, String etag) {

    /** The text at a path such as {@code /receipt/by/name}; empty when nothing is there. */
    public String text(String pointer) {
        return body.at(pointer).asString("");
    }
}
