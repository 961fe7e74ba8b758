package uk.kinbridge.notification.delivery;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.notification.template.Letter;
import uk.kinbridge.notification.template.Phrasebook;
import uk.kinbridge.notification.template.Templates;
import uk.kinbridge.protocols.time.WorkingCalendar;

/** Writes what a mail or text says, from its template and from nothing else than a delivery's tidings. */
public class WriteLetter {

    private final Templates templates;
    private final Phrasebook phrases;
    private final String publicAddress;

    /**
     * Puts the words together.
     *
     * @param publicAddress where people reach the suite, without a slash at its end
     * @throws IllegalArgumentException when there are templates in a language whose phrases nobody has written
     */
    public WriteLetter(Templates templates, Phrasebook phrases, String publicAddress) {
        templates.all().keySet().stream()
                .filter(key -> !phrases.speaks(key.language()))
                .findFirst()
                .ifPresent(key -> {
                    throw new IllegalArgumentException("template " + key.spelt() + " has no phrases in its language");
                });
        this.templates = templates;
        this.phrases = phrases;
        this.publicAddress = publicAddress;
    }

    /** A system reads no letter: a webhook gets an empty one. */
    Letter of(Delivery delivery) {
        if (delivery.channel() == Channel.WEBHOOK) {
            return Letter.EMPTY;
        }
        var first = delivery.tidings().getFirst();
        return delivery.tidings().size() > 1
                ? templates.write(
                        "digest",
                        delivery.channel().word(),
                        commonProtocol(delivery),
                        delivery.language(),
                        language -> digest(delivery, language))
                : templates.write(
                        first.occasion().word(),
                        delivery.channel().word(),
                        first.protocol(),
                        delivery.language(),
                        language -> fields(first, language));
    }

    /** A digest of several protocols speaks in the words that all have in common. */
    private static @Nullable String commonProtocol(Delivery delivery) {
        var first = delivery.tidings().getFirst().protocol();
        return delivery.tidings().stream().allMatch(tidings -> Objects.equals(tidings.protocol(), first))
                ? first
                : null;
    }

    private Map<String, String> digest(Delivery delivery, String language) {
        return Map.of(
                "count",
                Integer.toString(delivery.tidings().size()),
                "lines",
                delivery.tidings().stream()
                        .map(tidings -> line(tidings, language))
                        .collect(Collectors.joining("\n")),
                "link",
                publicAddress + "/api/notifications");
    }

    private String line(Tidings tidings, String language) {
        var fields = fields(tidings, language);
        return "- " + fields.get("reference") + ", " + fields.get("deadline") + "\n  " + fields.get("link");
    }

    private Map<String, String> fields(Tidings tidings, String language) {
        var fields = new HashMap<String, String>();
        fields.put(
                "reference",
                Objects.requireNonNullElseGet(tidings.reference(), () -> phrases.say(language, "no-reference")));
        fields.put("link", publicAddress + tidings.link());
        fields.put("urgency", phrases.say(language, tidings.urgency().word()));
        fields.put("deadline", deadline(tidings.answerBy(), language));
        fields.put(
                "obligation",
                Objects.requireNonNullElseGet(tidings.obligation(), () -> phrases.say(language, "no-clause")));
        return fields;
    }

    private String deadline(@Nullable Instant by, String language) {
        return by == null ? phrases.say(language, "soon") : phrases.by(by, WorkingCalendar.LONDON, language);
    }
}
