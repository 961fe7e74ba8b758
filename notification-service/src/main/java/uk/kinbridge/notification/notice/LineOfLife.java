package uk.kinbridge.notification.notice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All that has become of a notice, in one line: who was told when, who has seen it, who has acknowledged it, who acted
 * on it, and the same of those who were told because nobody had (HAC-17).
 */
public final class LineOfLife {

    /** What kinds of things happen in it. */
    public enum What {
        REQUESTED,
        DELIVERED,
        ANSWERER_FOUND,
        CHASED,
        NEXT_TOLD,
        KNOWN_ALREADY,
        SENDER_TOLD,
        SEEN,
        ACKNOWLEDGED,
        ACTED_ON
    }

    /**
     * One thing that happened.
     *
     * @param words in plain English
     * @param by the person who did it; null where no person did
     * @param to whom it concerned; the recipient, or somebody who was told later
     */
    public record Entry(
            Instant at, What what, String words, @Nullable Actor by, Recipient to) {}

    private LineOfLife() {}

    /**
     * The line.
     *
     * @param following the notices which say that nobody has acknowledged that one
     */
    public static List<Entry> of(Notice notice, List<Notice> following) {
        var entries = new ArrayList<Entry>();
        var sender = notice.dispatch().sender();
        entries.add(new Entry(
                notice.requestedAt(),
                What.REQUESTED,
                sender == null || sender.name() == null ? "Sent" : "Sent by " + sender.name(),
                null,
                notice.recipient()));
        notice.course().tellings().forEach(telling -> entries.add(told(telling)));
        entries.addAll(received(notice));
        following.forEach(other -> entries.addAll(received(other)));
        entries.sort(Comparator.comparing(Entry::at));
        return List.copyOf(entries);
    }

    private static List<Entry> received(Notice notice) {
        var entries = new ArrayList<Entry>();
        var seen = notice.seen();
        if (seen != null) {
            entries.add(new Entry(seen.at(), What.SEEN, "Seen by " + seen.by().name(), seen.by(), notice.recipient()));
        }
        var receipt = notice.acknowledged();
        // What ends by itself since the first one was received is no receipt of theirs.
        boolean own = notice.dispatch().follows() == null;
        if (receipt != null && (own || receipt.place() == Acknowledgement.Place.INBOX)) {
            var where = receipt.place() == Acknowledgement.Place.SOURCE ? " by doing what it asked for" : "";
            entries.add(new Entry(
                    receipt.at(),
                    What.ACKNOWLEDGED,
                    "Acknowledged by " + receipt.by().name() + where,
                    receipt.by(),
                    notice.recipient()));
        }
        var acted = notice.course().acted();
        if (acted != null && own) {
            entries.add(new Entry(
                    acted.at(), What.ACTED_ON, "Acted on by " + acted.by().name(), acted.by(), notice.recipient()));
        }
        return entries;
    }

    private static Entry told(Telling telling) {
        var whom = whom(telling.to());
        return switch (telling.kind()) {
            case DELIVERED -> entry(telling, What.DELIVERED, "Delivered to " + whom + people(telling));
            case RESOLVED -> entry(telling, What.ANSWERER_FOUND, "Found who answers for " + whom + people(telling));
            case CHASED ->
                entry(telling, What.CHASED, "Not acknowledged in time: told " + whom + " again" + people(telling));
            case NEXT_TOLD -> entry(telling, What.NEXT_TOLD, "Still not acknowledged: told " + whom);
            case SENDER_TOLD -> entry(telling, What.SENDER_TOLD, "Still not acknowledged: told you");
            case KNOWN ->
                entry(
                        telling,
                        What.KNOWN_ALREADY,
                        "Still not acknowledged: " + whom + " knows, told by the deadline '" + telling.by() + "'");
        };
    }

    private static Entry entry(Telling telling, What what, String words) {
        return new Entry(telling.at(), what, words, null, telling.to());
    }

    private static String whom(Recipient to) {
        var role = to.role().replace('-', ' ');
        return to.person() == null
                ? "the " + role + " of " + to.agency() + (to.team() == null ? "" : ", team " + to.team())
                : "one " + role + " of " + to.agency();
    }

    private static String people(Telling telling) {
        var hours = telling.outOfHours() ? ", out of hours" : "";
        if (telling.people().isEmpty()) {
            return telling.outOfHours() ? hours + ": nobody is on duty, so it waits in the inbox" : "";
        }
        return hours
                + telling.people().stream()
                        .map(person -> person.name() + " (" + person.because() + ")")
                        .collect(Collectors.joining(", ", ": ", ""));
    }
}
