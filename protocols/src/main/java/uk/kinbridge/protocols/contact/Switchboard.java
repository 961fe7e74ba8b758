package uk.kinbridge.protocols.contact;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.protocols.pack.AreaId;
import uk.kinbridge.protocols.pack.Contact.Cover;
import uk.kinbridge.protocols.pack.Need;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.pack.Packs;
import uk.kinbridge.protocols.pack.Uncovered;
import uk.kinbridge.protocols.time.BankHolidays;
import uk.kinbridge.protocols.time.WorkingCalendar;

/**
 * The contacts of one area for one need on one day, and which of them answers at a moment of it (JWP-19, HAC-25,
 * FAP-06). A daytime contact answers in its hours, one for out of hours when no daytime contact for the same need does.
 */
public record Switchboard(Need need, List<Pack> packs, List<Desk> desks, List<Gap> gaps) {

    /** A time for which the protocol names nobody, with the contact that stands in, if it names one. */
    public record Gap(Uncovered uncovered, @Nullable Desk instead) {}

    /** Under all protocols that are in force in the area on that day. */
    public static Switchboard of(Packs published, AreaId area, Need need, Instant moment, BankHolidays bankHolidays) {
        return of(
                published.inForce(area, LocalDate.ofInstant(moment, WorkingCalendar.LONDON)), area, need, bankHolidays);
    }

    /** Under these protocols. */
    public static Switchboard of(List<Pack> packs, AreaId area, Need need, BankHolidays bankHolidays) {
        List<Desk> desks = new ArrayList<>();
        List<Gap> gaps = new ArrayList<>();
        for (Pack pack : packs) {
            pack.contacts().stream()
                    .filter(contact -> contact.needs().contains(need) && serves(contact.areas(), pack, area))
                    .filter(contact ->
                            desks.stream().noneMatch(desk -> desk.contact().equals(contact)))
                    .forEach(contact -> desks.add(Desk.of(contact, pack, bankHolidays)));
            pack.uncovered().stream()
                    .filter(gap -> gap.needs().contains(need) && serves(gap.areas(), pack, area))
                    .map(gap -> new Gap(gap, standIn(gap, pack, bankHolidays)))
                    .forEach(gaps::add);
        }
        return new Switchboard(need, packs, List.copyOf(desks), List.copyOf(gaps));
    }

    private static @Nullable Desk standIn(Uncovered gap, Pack pack, BankHolidays bankHolidays) {
        return Optional.ofNullable(gap.instead())
                .flatMap(pack::contact)
                .map(contact -> Desk.of(contact, pack, bankHolidays))
                .orElse(null);
    }

    private static boolean serves(List<AreaId> areas, Pack pack, AreaId area) {
        return areas.isEmpty() ? pack.areas().contains(area) : areas.contains(area);
    }

    public boolean isEmpty() {
        return desks.isEmpty() && gaps.isEmpty();
    }

    /** Those who answer at that moment, the first to call first. */
    public List<Desk> answeringAt(Instant moment) {
        boolean daytime = isDaytime(moment);
        Stream<Desk> open = desks.stream().filter(desk -> switch (desk.contact().cover()) {
            case DAYTIME -> desk.isOpenInTheDaytimeAt(moment);
            case OUT_OF_HOURS -> !daytime;
            case ALWAYS -> true;
        });
        Stream<Desk> standIn = gapAt(moment).flatMap(gap -> Optional.ofNullable(gap.instead())).stream();
        return Stream.concat(open, standIn).distinct().toList();
    }

    /** What the protocol says openly about a time for which it names nobody. */
    public Optional<Gap> gapAt(Instant moment) {
        boolean daytime = isDaytime(moment);
        return gaps.stream()
                .filter(gap -> switch (gap.uncovered().cover()) {
                    case DAYTIME -> daytime;
                    case OUT_OF_HOURS -> !daytime;
                    case ALWAYS -> true;
                })
                .findFirst();
    }

    /** Whether any daytime contact for this need is open; the usual hours of those for out of hours when there is none. */
    private boolean isDaytime(Instant moment) {
        return keepingHours().anyMatch(desk -> desk.isOpenInTheDaytimeAt(moment));
    }

    /** When the next of them opens or closes. */
    public Optional<Instant> nextChangeAfter(Instant moment) {
        return keepingHours().map(desk -> desk.nextChangeAfter(moment)).min(Instant::compareTo);
    }

    private Stream<Desk> keepingHours() {
        List<Desk> daytime = inTheDaytime();
        return daytime.isEmpty() ? desks.stream().filter(desk -> desk.has(Cover.OUT_OF_HOURS)) : daytime.stream();
    }

    /** Who opens next. */
    public Optional<Desk> opensNext(Instant moment) {
        return inTheDaytime().stream().min(Comparator.comparing(desk -> desk.nextChangeAfter(moment)));
    }

    private List<Desk> inTheDaytime() {
        return desks.stream().filter(desk -> desk.has(Cover.DAYTIME)).toList();
    }
}
