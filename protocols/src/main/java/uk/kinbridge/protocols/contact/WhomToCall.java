package uk.kinbridge.protocols.contact;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.protocols.contact.Call.Step;
import uk.kinbridge.protocols.pack.AreaId;
import uk.kinbridge.protocols.pack.Contact;
import uk.kinbridge.protocols.pack.Contact.Cover;
import uk.kinbridge.protocols.pack.Need;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.pack.Uncovered;
import uk.kinbridge.protocols.time.BankHolidays;
import uk.kinbridge.protocols.time.OpeningHours;
import uk.kinbridge.protocols.time.WorkingCalendar;

/** Finds the number to call under one protocol, by area, need and moment. Pure. */
public final class WhomToCall {

    private static final DateTimeFormatter OPENS = DateTimeFormatter.ofPattern("EEEE d MMMM 'at' HH:mm", Locale.UK);

    private final Pack pack;
    private final BankHolidays bankHolidays;

    public WhomToCall(Pack pack, BankHolidays bankHolidays) {
        this.pack = pack;
        this.bankHolidays = bankHolidays;
    }

    public Call now(AreaId area, Need need, Instant at) {
        List<Contact> fitting = fitting(area, need);
        List<Step> steps = new ArrayList<>();
        if (need == Need.IMMEDIATE_DANGER) {
            fitting.forEach(contact -> steps.add(new Step(contact, "Somebody is in immediate danger.")));
            return new Call(steps, null);
        }
        fitting.stream()
                .filter(contact -> answers(contact, at))
                .forEach(contact -> steps.add(new Step(contact, why(contact, at))));
        if (steps.isEmpty()) {
            instead(area, need).ifPresent(steps::add);
            fitting.forEach(contact -> steps.add(new Step(contact, closed(contact, at))));
        }
        emergency()
                .filter(police ->
                        steps.stream().noneMatch(step -> step.contact().equals(police)))
                .ifPresent(police -> steps.add(new Step(police, "If somebody is in immediate danger.")));
        return new Call(steps, nextChange(fitting, at));
    }

    /** Whether the protocol names somebody who answers at that moment. */
    public boolean covers(AreaId area, Need need, Instant at) {
        return fitting(area, need).stream().anyMatch(contact -> answers(contact, at));
    }

    private List<Contact> fitting(AreaId area, Need need) {
        return pack.contacts().stream()
                .filter(contact -> contact.needs().contains(need))
                .filter(contact -> contact.areas().isEmpty() || contact.areas().contains(area))
                .toList();
    }

    private boolean answers(Contact contact, Instant at) {
        return switch (contact.cover()) {
            case ALWAYS -> true;
            case DAYTIME -> calendar(contact).isOpenAt(at);
            case OUT_OF_HOURS -> !calendar(contact).isOpenAt(at);
        };
    }

    private WorkingCalendar calendar(Contact contact) {
        OpeningHours own = contact.hours() == null ? pack.hours() : contact.hours();
        return new WorkingCalendar(own == null ? OpeningHours.OFFICE : own, pack.jurisdiction(), bankHolidays);
    }

    private Optional<Step> instead(AreaId area, Need need) {
        return pack.uncovered().stream()
                .filter(gap -> gap.needs().contains(need) && gap.areas().contains(area))
                .flatMap(gap -> step(gap).stream())
                .findFirst();
    }

    private Optional<Step> step(Uncovered gap) {
        return Optional.ofNullable(gap.instead())
                .flatMap(pack::contact)
                .map(contact -> new Step(contact, gap.reason() + "."));
    }

    private Optional<Contact> emergency() {
        return pack.contacts().stream()
                .filter(contact -> contact.needs().contains(Need.IMMEDIATE_DANGER))
                .findFirst();
    }

    private String why(Contact contact, Instant at) {
        return switch (contact.cover()) {
            case ALWAYS -> contact.name() + " answers at all hours.";
            case DAYTIME ->
                "%s is open now (%s)."
                        .formatted(contact.name(), calendar(contact).hours());
            case OUT_OF_HOURS ->
                "The daytime service is closed%s; %s answers.".formatted(holiday(contact, at), contact.name());
        };
    }

    private String holiday(Contact contact, Instant at) {
        LocalDate today = at.atZone(WorkingCalendar.LONDON).toLocalDate();
        @Nullable String name = bankHolidays.on(today, pack.jurisdiction());
        return name == null || calendar(contact).hours().onBankHolidays() ? "" : " (%s)".formatted(name);
    }

    private String closed(Contact contact, Instant at) {
        WorkingCalendar calendar = calendar(contact);
        Instant opening = calendar.opening(calendar.dayOf(at));
        return "Closed now%s; opens on %s."
                .formatted(holiday(contact, at), OPENS.format(opening.atZone(WorkingCalendar.LONDON)));
    }

    private @Nullable Instant nextChange(List<Contact> contacts, Instant at) {
        return contacts.stream()
                .filter(contact -> contact.cover() != Cover.ALWAYS)
                .flatMap(contact -> changes(calendar(contact), at))
                .filter(change -> change.isAfter(at))
                .min(Instant::compareTo)
                .orElse(null);
    }

    private static Stream<Instant> changes(WorkingCalendar calendar, Instant at) {
        LocalDate day = calendar.dayOf(at);
        return Stream.of(calendar.opening(day), calendar.closing(day));
    }
}
