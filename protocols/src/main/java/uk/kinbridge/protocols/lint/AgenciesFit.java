package uk.kinbridge.protocols.lint;

import java.util.List;
import uk.kinbridge.protocols.pack.Agency;
import uk.kinbridge.protocols.pack.AgencyRole;
import uk.kinbridge.protocols.pack.AreaId;
import uk.kinbridge.protocols.pack.Contact;
import uk.kinbridge.protocols.pack.Link;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.pack.Pathway;
import uk.kinbridge.protocols.pack.Uncovered;

/** Every pathway has somebody at both ends in every area, and every area named is one of the pack's. */
final class AgenciesFit implements Check {

    @Override
    public void look(Subject subject, Findings findings) {
        Pack own = subject.own();
        own.agencies().forEach(agency -> areas(agency, agency.areas(), own, findings));
        for (Contact contact : own.contacts()) {
            areas(contact, contact.areas(), own, findings);
        }
        for (Uncovered gap : own.uncovered()) {
            areas(gap, gap.areas(), own, findings);
        }
        for (Pathway pathway : own.pathways()) {
            own.areas().forEach(area -> ends(pathway, area, subject.whole(), findings));
        }
        for (Link link : own.links()) {
            present(link, link.between(), subject.whole(), findings);
            present(link, link.and(), subject.whole(), findings);
        }
    }

    private static void areas(Object part, List<AreaId> areas, Pack own, Findings findings) {
        areas.stream()
                .filter(area -> !own.areas().contains(area))
                .forEach(area -> findings.add(
                        part,
                        "The area '%s' is not one of this pack's areas: %s.".formatted(area, listed(own.areas()))));
    }

    private static void ends(Pathway pathway, AreaId area, Pack whole, Findings findings) {
        if (!exists(List.of(pathway.to().agency()), area, whole)) {
            findings.add(
                    pathway,
                    "In the area '%s' no agency of the pack is '%s', so nobody would receive on this pathway."
                            .formatted(area, pathway.to().agency().word()));
        }
        if (!exists(pathway.from(), area, whole)) {
            findings.add(
                    pathway,
                    "In the area '%s' no agency of the pack could start this pathway (%s)."
                            .formatted(
                                    area,
                                    listed(pathway.from().stream()
                                            .map(AgencyRole::word)
                                            .toList())));
        }
    }

    private static boolean exists(List<AgencyRole> roles, AreaId area, Pack whole) {
        return whole.agencies().stream()
                .filter(agency -> agency.areas().contains(area))
                .map(Agency::role)
                .anyMatch(roles::contains);
    }

    private static void present(Link link, AgencyRole role, Pack whole, Findings findings) {
        if (whole.agencies(role).isEmpty()) {
            findings.add(
                    link, "No agency of the pack is '%s', so it cannot name a link person.".formatted(role.word()));
        }
    }

    private static String listed(List<?> words) {
        return String.join(", ", words.stream().map(Object::toString).toList());
    }
}
