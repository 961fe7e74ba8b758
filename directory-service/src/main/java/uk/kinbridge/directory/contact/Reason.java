package uk.kinbridge.directory.contact;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import uk.kinbridge.protocols.contact.Desk;
import uk.kinbridge.protocols.contact.Switchboard;
import uk.kinbridge.protocols.pack.Contact.Cover;
import uk.kinbridge.protocols.time.BankHolidays;
import uk.kinbridge.protocols.time.WorkingCalendar;

/** Why this one: a sentence that a person can check against the clock on the wall. */
record Reason(Switchboard board, BankHolidays bankHolidays) {

    private static final DateTimeFormatter SPOKEN = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu, HH:mm", Locale.UK);

    String at(Instant moment) {
        return "It is " + spoken(moment) + ". " + reason(moment);
    }

    private String reason(Instant moment) {
        List<Desk> answering = board.answeringAt(moment);
        var gap = board.gapAt(moment);
        if (answering.isEmpty()) {
            String said = gap.map(found -> sentence(found.uncovered().reason())).orElse("");
            return said
                    + board.opensNext(moment)
                            .map(desk -> "Nobody who is named for this answers now; %s opens on %s."
                                    .formatted(desk.contact().name(), spoken(desk.nextChangeAfter(moment))))
                            .orElse("The protocols of this area name nobody for this.");
        }
        Desk first = answering.getFirst();
        if (gap.isPresent() && first.equals(gap.get().instead())) {
            return sentence(gap.get().uncovered().reason()).strip();
        }
        return switch (first.contact().cover()) {
            case DAYTIME -> "%s is open (%s).".formatted(first.contact().name(), first.hours());
            case OUT_OF_HOURS ->
                closed(moment)
                        + "%s answers out of hours.".formatted(first.contact().name());
            case ALWAYS -> "%s answers at all hours.".formatted(first.contact().name());
        };
    }

    private static String sentence(String words) {
        return words.endsWith(".") ? words + " " : words + ". ";
    }

    private String closed(Instant moment) {
        return board.desks().stream()
                .filter(desk -> desk.has(Cover.DAYTIME))
                .findFirst()
                .map(desk -> "%s is closed until %s. "
                        .formatted(desk.contact().name(), spoken(desk.nextChangeAfter(moment))))
                .orElse("");
    }

    private String spoken(Instant moment) {
        ZonedDateTime local = moment.atZone(WorkingCalendar.LONDON);
        String holiday = board.packs().stream()
                .map(pack -> bankHolidays.on(local.toLocalDate(), pack.jurisdiction()))
                .filter(Objects::nonNull)
                .findFirst()
                .map(" (%s)"::formatted)
                .orElse("");
        return SPOKEN.format(local) + holiday;
    }
}
