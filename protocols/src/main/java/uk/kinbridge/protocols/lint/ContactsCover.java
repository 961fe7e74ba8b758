package uk.kinbridge.protocols.lint;

import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.protocols.contact.Switchboard;
import uk.kinbridge.protocols.pack.AreaId;
import uk.kinbridge.protocols.pack.Contact;
import uk.kinbridge.protocols.pack.Need;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.pack.Uncovered;
import uk.kinbridge.protocols.time.BankHolidays;
import uk.kinbridge.protocols.time.WorkingCalendar;

/** Day, night, weekend and bank holiday: somebody answers in every area, or the gap is said openly. */
final class ContactsCover implements Check {

    private static final Set<Need> SOMEBODY_MAY_BE_IN_DANGER =
            EnumSet.of(Need.CHILD_PROTECTION, Need.ADULT_SAFEGUARDING);

    private static final Map<String, LocalDateTime> MOMENTS = Map.of(
            "by day", LocalDateTime.of(2026, 6, 10, 11, 0),
            "at night", LocalDateTime.of(2026, 6, 11, 3, 0),
            "at the weekend", LocalDateTime.of(2026, 6, 13, 11, 0),
            "on a bank holiday", LocalDateTime.of(2026, 12, 25, 11, 0));

    @Override
    public void look(Subject subject, Findings findings) {
        Pack whole = subject.whole();
        if (subject.own().national()) {
            return;
        }
        for (AreaId area : subject.own().areas()) {
            needs(area, whole)
                    .forEach(need -> MOMENTS.keySet().stream()
                            .sorted()
                            .filter(moment -> !covered(whole, area, need, MOMENTS.get(moment)))
                            .forEach(moment -> findings.add(
                                    area,
                                    "In '%s' nobody answers for '%s' %s; add a contact, or say so under 'uncovered'."
                                            .formatted(area, need.word(), moment))));
        }
        subject.own().contacts().stream()
                .filter(contact -> contact.telephones().isEmpty())
                .forEach(contact -> findings.add(contact, "The contact has no telephone number."));
        subject.own().uncovered().forEach(gap -> gap(gap, whole, findings));
    }

    /** Child protection always, and whatever else the pack has a contact for. */
    private static Set<Need> needs(AreaId area, Pack whole) {
        Set<Need> needs = EnumSet.of(Need.CHILD_PROTECTION);
        whole.contacts().stream()
                .filter(contact -> contact.areas().isEmpty() || contact.areas().contains(area))
                .map(Contact::needs)
                .forEach(needs::addAll);
        return needs;
    }

    private static boolean covered(Pack whole, AreaId area, Need need, @Nullable LocalDateTime at) {
        var board = Switchboard.of(List.of(whole), area, need, BankHolidays.shipped());
        if (at == null) {
            return true;
        }
        var moment = at.atZone(WorkingCalendar.LONDON).toInstant();
        return !board.answeringAt(moment).isEmpty() || board.gapAt(moment).isPresent();
    }

    private static void gap(Uncovered gap, Pack whole, Findings findings) {
        if (gap.instead() == null && gap.needs().stream().anyMatch(SOMEBODY_MAY_BE_IN_DANGER::contains)) {
            findings.add(gap, "Somebody may be in danger then; say whom to call instead.");
        }
        List<Contact> instead = whole.contacts().stream()
                .filter(contact -> contact.id().equals(gap.instead()))
                .filter(contact -> contact.cover() == Contact.Cover.DAYTIME)
                .toList();
        if (!instead.isEmpty() && gap.cover() != Contact.Cover.DAYTIME) {
            findings.add(gap, "'%s' does not answer then either.".formatted(gap.instead()));
        }
        if (gap.cover() == Contact.Cover.ALWAYS) {
            findings.add(gap, "A gap at all hours is no gap but a missing contact.");
        }
    }
}
