package uk.kinbridge.directory.agency;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.kinbridge.directory.calendar.Calendars;
import uk.kinbridge.directory.practitioner.AskedPeople;
import uk.kinbridge.platform.page.Page;
import uk.kinbridge.platform.web.problem.Problem;
import uk.kinbridge.protocols.time.Jurisdiction;
import uk.kinbridge.protocols.time.OpeningHours;
import uk.kinbridge.protocols.time.WorkingCalendar;

/** Who stands in for a role now, however far up one has to go; what the other services resolve recipients with. */
@RestController
@RequestMapping("/api/agencies/{id}")
@Tag(name = "Agencies")
class OnDutyController {

    private final AgencyBook agencies;
    private final AskedPeople people;
    private final Calendars calendars;
    private final InstantSource time;

    OnDutyController(AgencyBook agencies, AskedPeople people, Calendars calendars, InstantSource time) {
        this.agencies = agencies;
        this.people = people;
        this.calendars = calendars;
        this.time = time;
    }

    /**
     * Who is to be asked.
     *
     * @param open whether the agency works at that moment
     * @param answering the role of those who are named: the one that was asked for, or the next in line that somebody
     *     answers for; null when nobody answers for any of them
     */
    record OnDuty(
            String agency,
            Post role,
            @Nullable String team,
            Instant at,
            boolean open,
            @Nullable Post answering,
            List<Answering.Person> people) {}

    @GetMapping("/on-duty")
    @Operation(
            summary = "Who stands in for a role of an agency at a moment, the first to ask first",
            description = "By rota, then by name, then by role; for somebody who is away their delegate; when nobody"
                    + " answers, those who are next in line: 'answering' says for which role.")
    ResponseEntity<OnDuty> onDuty(
            @PathVariable String id,
            @RequestParam Post role,
            @RequestParam(required = false) @Nullable String team,
            @RequestParam(required = false) @Nullable Instant at) {
        return agencies.find(id)
                .map(agency -> ResponseEntity.ok(onDuty(agency, role, team, at == null ? time.instant() : at)))
                .orElseGet(() -> Problem.notFound().response());
    }

    @GetMapping("/opposite-numbers")
    @Operation(
            summary = "Whom somebody of another agency talks to in this one (SAL-25)",
            description =
                    "First the link practitioners that it names to that agency, then who is on duty for the role.")
    ResponseEntity<OnDuty> oppositeNumbers(
            @PathVariable String id,
            @Parameter(description = "the other agency") @RequestParam String of,
            @RequestParam Post role,
            @RequestParam(required = false) @Nullable Instant at) {
        Instant moment = at == null ? time.instant() : at;
        return agencies.find(id)
                .map(agency -> {
                    OnDuty duty = onDuty(agency, role, null, moment);
                    List<Answering.Person> links = answering(agency).linkedTo(of, moment);
                    return ResponseEntity.ok(new OnDuty(
                            id,
                            role,
                            null,
                            moment,
                            duty.open(),
                            duty.answering(),
                            Stream.concat(
                                            links.stream(),
                                            duty.people().stream()
                                                    .filter(person -> links.stream()
                                                            .noneMatch(link -> link.username()
                                                                    .equals(person.username()))))
                                    .toList()));
                })
                .orElseGet(() -> Problem.notFound().response());
    }

    /**
     * Who acts for one person.
     *
     * @param open whether the agency works at that moment
     * @param people one, or nobody
     */
    record ActingFor(String agency, String person, Instant at, boolean open, List<Answering.Person> people) {}

    @GetMapping("/link-practitioners")
    @Operation(summary = "Whom an agency names to another one as its link, or who acts for them (SAL-25)")
    ResponseEntity<Page<Answering.Person>> linkPractitioners(
            @PathVariable String id,
            @Parameter(description = "the other agency") @RequestParam String to,
            @RequestParam(required = false) @Nullable Instant at) {
        return agencies.find(id)
                .map(agency ->
                        ResponseEntity.ok(Page.last(answering(agency).linkedTo(to, at == null ? time.instant() : at))))
                .orElseGet(() -> Problem.notFound().response());
    }

    @GetMapping("/acting-for")
    @Operation(
            summary = "Who acts for one person of an agency at a moment",
            description = "That person, or while they are away their delegate. Nobody when they have left, or when"
                    + " nobody acts for them.")
    ResponseEntity<ActingFor> actingFor(
            @PathVariable String id,
            @Parameter(description = "the subject id of the person") @RequestParam String person,
            @RequestParam(required = false) @Nullable Instant at) {
        Instant moment = at == null ? time.instant() : at;
        return agencies.find(id)
                .map(agency -> ResponseEntity.ok(new ActingFor(
                        id,
                        person,
                        moment,
                        isOpen(agency, moment),
                        answering(agency).actingFor(person, moment).stream().toList())))
                .orElseGet(() -> Problem.notFound().response());
    }

    private OnDuty onDuty(AgencyEntry agency, Post role, @Nullable String team, Instant at) {
        for (Post post = role; post != null; post = post.nextInLine()) {
            List<Answering.Person> people = answering(agency).answeringFor(post, team, at);
            if (people.isEmpty() && team != null) {
                people = answering(agency).answeringFor(post, null, at);
            }
            if (!people.isEmpty()) {
                return new OnDuty(agency.id(), role, team, at, isOpen(agency, at), post, people);
            }
        }
        return new OnDuty(agency.id(), role, team, at, isOpen(agency, at), null, List.of());
    }

    private Answering answering(AgencyEntry agency) {
        return new Answering(agency, people.activeIn(agency.id()));
    }

    /** The agencies of every protocol so far work in England. */
    private boolean isOpen(AgencyEntry agency, Instant at) {
        String hours = agency.openingHours();
        return new WorkingCalendar(
                        hours == null ? OpeningHours.OFFICE : OpeningHours.parse(hours),
                        Jurisdiction.ENGLAND_AND_WALES,
                        calendars.current())
                .isOpenAt(at);
    }
}
