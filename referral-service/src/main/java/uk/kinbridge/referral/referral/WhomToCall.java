package uk.kinbridge.referral.referral;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.kinbridge.protocols.contact.Desk;
import uk.kinbridge.protocols.contact.Switchboard;
import uk.kinbridge.protocols.pack.Agency;
import uk.kinbridge.protocols.pack.AgencyId;
import uk.kinbridge.protocols.pack.AgencyRole;
import uk.kinbridge.protocols.pack.AreaId;
import uk.kinbridge.protocols.pack.Need;
import uk.kinbridge.protocols.pack.ObligationId;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.pack.Pathway;
import uk.kinbridge.protocols.pack.Route;
import uk.kinbridge.protocols.time.BankHolidays;

/**
 * Somebody to call about a case: who answers at that moment, or else who opens next (JWP-19, ENG-07). It comes from the
 * protocol that this service keeps, so it is known when no other service answers.
 *
 * @param area where they answer; of several areas each has its line
 * @param answersNow whether they do at the moment of the question
 * @param hours in words
 */
public record WhomToCall(
        String need,
        String area,
        String name,
        List<String> telephones,
        boolean answersNow,
        String hours,
        List<String> obligations) {

    /**
     * Whom an agency calls under a protocol.
     *
     * @param agency whose areas count; those of the protocol where it names none
     */
    static List<WhomToCall> under(
            Pack pack, String agency, Collection<Need> needs, Instant now, BankHolidays bankHolidays) {
        var lines = new ArrayList<WhomToCall>();
        for (var area : areas(pack, agency)) {
            for (var need : needs) {
                var board = Switchboard.of(List.of(pack), area, need, bankHolidays);
                var answering = board.answeringAt(now);
                answering.forEach(desk -> lines.add(line(need, area, desk, true)));
                if (answering.isEmpty()) {
                    board.opensNext(now).ifPresent(desk -> lines.add(line(need, area, desk, false)));
                }
            }
        }
        return lines.stream().distinct().toList();
    }

    /** For a sentence that begins with "call". */
    String spoken() {
        return name + " on " + String.join(" or ", telephones) + " (" + hours + ")";
    }

    /** What a way asks of those who can only call. */
    static Stream<Need> needs(Route route, Pack pack) {
        return route.take().stream().flatMap(step -> switch (step) {
            case Route.Take.Refer(var pathway) -> pack.pathway(pathway).flatMap(WhomToCall::need).stream();
            case Route.Take.Discuss(var need) -> Stream.of(need);
            case Route.Take.Alert _, Route.Take.Liaise _, Route.Take.KeepReviewing _ -> Stream.of();
        });
    }

    private static Optional<Need> need(Pathway pathway) {
        return pathway.to().agency() == AgencyRole.CHILDRENS_SOCIAL_CARE
                ? Optional.of(Need.CHILD_PROTECTION)
                : pathway.to().agency() == AgencyRole.ADULT_SOCIAL_CARE
                        ? Optional.of(Need.ADULT_SAFEGUARDING)
                        : Optional.empty();
    }

    private static List<AreaId> areas(Pack pack, String agency) {
        return pack.agency(new AgencyId(agency))
                .map(Agency::areas)
                .filter(own -> !own.isEmpty())
                .orElseGet(pack::areas);
    }

    private static WhomToCall line(Need need, AreaId area, Desk desk, boolean answersNow) {
        var contact = desk.contact();
        return new WhomToCall(
                need.word(),
                area.value(),
                contact.name(),
                contact.telephones().stream().map(Object::toString).toList(),
                answersNow,
                switch (contact.cover()) {
                    case DAYTIME -> desk.hours();
                    case OUT_OF_HOURS -> "out of hours";
                    case ALWAYS -> "at every hour";
                },
                contact.obligations().stream().map(ObligationId::value).toList());
    }
}
