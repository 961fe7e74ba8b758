package uk.kinbridge.referral.exchange;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * How a message is known again when it comes a second time: within its agency by the id of the request, and by the id
 * that the message itself carries.
 */
public record MessageId(String agency, String request, String message) {

    /** The id of the referral that the message makes: the same however often it is sent. */
    public String referralId() {
        return derived("referral", message);
    }

    /** What the referral's document remembers of the request. */
    public String inInbox() {
        return "exchange/" + agency + "/" + request;
    }

    /** The id of something that comes with the message. */
    String derived(String what, String key) {
        var name = String.join("/", "exchange", what, agency, key);
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
