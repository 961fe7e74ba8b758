package uk.kinbridge.notification.delivery;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.notification.template.Letter;
import uk.kinbridge.notification.template.Templates;
import uk.kinbridge.protocols.time.WorkingCalendar;

/** Writes what a mail or text says, from its template and from nothing else than a delivery's tidings. */
public class WriteLetter {

    private static final DateTimeFormatter SPOKEN =
            DateTimeFormatter.ofPattern("EEEE d MMMM, HH:mm", Locale.UK).withZone(WorkingCalendar.LONDON);

    private final Templates templates;
    private final String publicAddress;

    /** @param publicAddress where people reach the suite, without a slash at its end */
    public WriteLetter(Templates templates, String publicAddress) {
        this.templates = templates;
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
                        "digest", delivery.channel().word(), first.protocol(), delivery.language(), digest(delivery))
                : templates.write(
                        first.occasion().word(),
                        delivery.channel().word(),
                        first.protocol(),
                        delivery.language(),
                        fields(first));
    }

    private Map<String, String> digest(Delivery delivery) {
        return Map.of(
                "count",
                Integer.toString(delivery.tidings().size()),
                "lines",
                delivery.tidings().stream().map(this::line).collect(Collectors.joining("\n")),
                "link",
                publicAddress + "/api/notifications");
    }

    private String line(Tidings tidings) {
        var fields = fields(tidings);
        return "- " + fields.get("reference") + ", " + fields.get("deadline") + "\n  " + fields.get("link");
    }

    private Map<String, String> fields(Tidings tidings) {
        var fields = new HashMap<String, String>();
        fields.put("reference", tidings.reference() == null ? "no reference" : tidings.reference());
        fields.put("link", publicAddress + tidings.link());
        fields.put("urgency", tidings.urgency().word());
        fields.put("deadline", deadline(tidings.answerBy()));
        fields.put("obligation", tidings.obligation() == null ? "no clause named" : tidings.obligation());
        return fields;
    }

    private static String deadline(@Nullable Instant by) {
        return by == null ? "as soon as you can" : "by " + SPOKEN.format(by);
    }
}
