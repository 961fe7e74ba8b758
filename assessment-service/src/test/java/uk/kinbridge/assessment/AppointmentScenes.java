package uk.kinbridge.assessment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import uk.kinbridge.assessment.appointment.Attendance;
import uk.kinbridge.assessment.appointment.CalendarFeed;
import uk.kinbridge.assessment.appointment.CalendarFeeds;
import uk.kinbridge.assessment.appointment.CourseMother;
import uk.kinbridge.assessment.appointment.Courses;
import uk.kinbridge.assessment.appointment.Duty;
import uk.kinbridge.assessment.appointment.LinkedReferral;
import uk.kinbridge.assessment.appointment.Offer;
import uk.kinbridge.assessment.appointment.OfferAppointment;
import uk.kinbridge.assessment.appointment.Ruling;
import uk.kinbridge.assessment.engagement.Engagements;
import uk.kinbridge.assessment.engagement.KeepEngagement;
import uk.kinbridge.assessment.engagement.Seen;
import uk.kinbridge.assessment.kept.Actor;
import uk.kinbridge.assessment.kept.Pinned;
import uk.kinbridge.assessment.lost.SearchExamples;
import uk.kinbridge.assessment.lost.Searches;
import uk.kinbridge.platform.testing.Tokens;
import uk.kinbridge.platform.testing.access.Ask;
import uk.kinbridge.platform.testing.access.Operation;
import uk.kinbridge.protocols.pack.EngagementPattern.Sign;

/** The records of the access matrix about appointments: Tom Brandt's, of a family with which Social Care works too. */
final class AppointmentScenes {

    private static final String TREATMENT = "hackney-drug-treatment";
    private static final String SOCIAL_CARE = "hackney-childrens-social-care";
    private static final Actor TOM =
            new Actor(Tokens.of("tom.brandt").subject(), "Tom Brandt", TREATMENT, List.of("practitioner"));
    private static final Pinned HACKNEY =
            Pinned.to(CourseMother.rules("hackney").pack());
    private static final Pinned FAMILY_APPROACH =
            Pinned.to(CourseMother.rules("family-approach").pack());

    private final ApplicationContext context;
    private final Instant now;
    private final Courses.Held read;
    private final Searches.Held search;
    private final Engagements.Held engagement;

    AppointmentScenes(ApplicationContext context, Instant now) {
        this.context = context;
        this.now = now;
        this.read = invited(1);
        this.search = search();
        this.engagement = engagement();
    }

    Ask ask(Operation operation) {
        return switch (operation.toString()) {
            case "POST /api/appointments" -> Ask.plainly().json("""
                        {"family": "f-9", "member": "m-1", "protocol": "hackney", "purpose": "TREATMENT",
                         "first": {"at": "2126-11-23T10:00:00Z", "mode": "IN_PERSON"}}""");
            case "GET /api/appointments" ->
                Ask.plainly().query("limit=100").marker(read.course().reference());
            case "GET /api/appointments/{id}" ->
                Ask.plainly()
                        .with("id", read.course().id())
                        .marker(read.course().reference());
            case "GET /api/appointments/{id}/access-log" ->
                Ask.plainly().with("id", read.course().id());
            case "GET /api/lost-to-contact/{id}/access-log" ->
                Ask.plainly().with("id", search.search().id());
            case "GET /api/engagement/{family}/access-log" ->
                Ask.plainly().with("family", engagement.engagement().id());
            case "GET /api/appointments/{id}/offers/{number}/calendar" ->
                Ask.plainly().with("id", read.course().id()).with("number", "1").header("Accept", "text/calendar");
            case "POST /api/appointments/{id}/offers" ->
                change(invited(1)).json("{\"at\": \"2126-11-23T10:00:00Z\", \"mode\": \"VIDEO\"}");
            case "POST /api/appointments/{id}/offers/{number}/outcome" ->
                change(invited(1)).with("number", "1").json("{\"attendance\": \"ATTENDED\"}");
            case "POST /api/appointments/{id}/offers/{number}/correction" ->
                change(missed(1)).with("number", "1").json("{\"attendance\": \"ATTENDED\", \"reason\": \"A\"}");
            case "POST /api/appointments/{id}/duties/{duty}/telling" ->
                duty(missed(1), Duty.Kind.TELL).json("{\"whom\": \"A\", \"how\": \"B\"}");
            case "POST /api/appointments/{id}/duties/{duty}/left-undone" ->
                duty(missed(1), Duty.Kind.OFFER_ANOTHER).json("{\"reason\": \"A\"}");
            case "POST /api/appointments/{id}/duties/{duty}/discussion" ->
                duty(missed(3), Duty.Kind.DISCUSS_JOINTLY)
                        .json("{\"with\": \"A\", \"decision\": \"CLOSE\", \"words\": \"B\"}");
            case "POST /api/appointments/{id}/end" -> change(invited(1)).json("{\"reason\": \"A\"}");
            case "POST /api/appointments/calendar-feeds", "GET /api/appointments/calendar-feeds" -> Ask.plainly();
            case "DELETE /api/appointments/calendar-feeds/{feed}" ->
                Ask.plainly().with("feed", feed(UUID.randomUUID().toString()));
            case "GET /calendar/{secret}" -> Ask.plainly().with("secret", secret());
            case "POST /api/lost-to-contact" -> Ask.plainly().json("{\"family\": \"f-9\", \"protocol\": \"hackney\"}");
            case "GET /api/lost-to-contact" ->
                Ask.plainly().query("limit=100").marker(search.search().reference());
            case "GET /api/lost-to-contact/{id}" ->
                Ask.plainly()
                        .with("id", search.search().id())
                        .marker(search.search().reference());
            case "POST /api/lost-to-contact/{id}/checklist" -> change(search()).json("{\"words\": \"A\"}");
            case "POST /api/lost-to-contact/{id}/checklist/{number}/asked" ->
                change(search()).with("number", "1").json("{\"whom\": \"A\", \"said\": \"KNOWS\"}");
            case "POST /api/lost-to-contact/{id}/front-door", "POST /api/lost-to-contact/{id}/found" ->
                change(search()).json("{\"words\": \"A\"}");
            case "GET /api/engagement" ->
                Ask.plainly().query("limit=100").marker(engagement.engagement().reference());
            case "GET /api/engagement/{family}" ->
                Ask.plainly()
                        .with("family", engagement.engagement().id())
                        .marker(engagement.engagement().reference());
            case "POST /api/engagement/{family}/signs" ->
                Ask.plainly().with("family", engagement().engagement().id()).json("""
                        {"member": "m-1", "sign": "VISIT_REFUSED", "at": "2026-01-01T10:00:00Z",
                         "protocol": "hackney"}""");
            case "POST /api/engagement/{family}/reviews/{review}/conclusion" -> {
                var fresh = engagement();
                yield Ask.plainly()
                        .with("family", fresh.engagement().id())
                        .with("review", fresh.engagement().open().getFirst().id())
                        .header("If-Match", "\"" + fresh.version() + "\"")
                        .json("{\"finding\": \"RISK_UNCHANGED\", \"words\": \"A\"}");
            }
            default -> throw new IllegalStateException("no scene for " + operation);
        };
    }

    private static Ask change(Courses.Held held) {
        return Ask.plainly().with("id", held.course().id()).header("If-Match", "\"" + held.version() + "\"");
    }

    private static Ask change(Searches.Held held) {
        return Ask.plainly().with("id", held.search().id()).header("If-Match", "\"" + held.version() + "\"");
    }

    private static Ask duty(Courses.Held held, Duty.Kind kind) {
        return change(held).with("duty", CourseMother.owed(held.course(), kind).id());
    }

    /** So many appointments of a referral by Social Care, each on a day of the past. */
    private Courses.Held invited(int times) {
        var referral = UUID.randomUUID().toString();
        var linked = new LinkedReferral(
                referral,
                "R-" + referral,
                "into-treatment",
                SOCIAL_CARE,
                Tokens.of("sade.okafor").subject());
        for (int i = times; i > 0; i--) {
            var invited = new OfferAppointment.Invited(
                    linked, HACKNEY, "f-" + referral, "m-1", TOM, now.minus(Duration.ofDays(i)));
            context.getBean(OfferAppointment.class).invited(invited, now, "m-" + i + "-" + referral);
        }
        var query = new Courses.Query(TREATMENT, null, "f-" + referral, false, null, 1);
        return context.getBean(Courses.class).list(query).getFirst();
    }

    private Courses.Held missed(int times) {
        var held = invited(times);
        for (int number = 1; number <= times; number++) {
            held = missed(held.course().id(), number);
        }
        return held;
    }

    /** All of it lies in the past, so the sweeper may save between reading and saving: then it is decided again. */
    private Courses.Held missed(String id, int number) {
        var courses = context.getBean(Courses.class);
        var outcome = new Offer.Recorded(Attendance.DID_NOT_ATTEND, null, null, TOM, now, null);
        while (true) {
            var held = courses.find(id).orElseThrow();
            var ruling = held.course().record(number, outcome, CourseMother.rules("hackney"), now);
            var change = ((Ruling.Done) ruling).change();
            if (courses.save(held.version(), change, now) == Courses.Saved.DONE) {
                return new Courses.Held(change.next(), held.version() + 1);
            }
        }
    }

    private String secret() {
        var secret = UUID.randomUUID().toString();
        feed(secret);
        return secret;
    }

    private String feed(String secret) {
        var id = CalendarFeed.idOf(secret);
        context.getBean(CalendarFeeds.class).keep(new CalendarFeed(id, TOM.person(), TREATMENT, now, null));
        return id;
    }

    private Searches.Held search() {
        var id = UUID.randomUUID().toString();
        var begun = SearchExamples.begun(
                id, "L-" + id, List.of(TREATMENT, SOCIAL_CARE), TOM, CourseMother.rules("salford"), now);
        return context.getBean(Searches.class).add(begun, now);
    }

    private Engagements.Held engagement() {
        var family = UUID.randomUUID().toString();
        var seen = new Seen(
                "s-1",
                1,
                "m-1",
                TREATMENT,
                TOM.person(),
                Sign.DISCHARGED_AGAINST_ADVICE,
                now.minus(Duration.ofDays(1)));
        context.getBean(KeepEngagement.class)
                .saw(
                        new KeepEngagement.News(
                                family, seen, List.of(TREATMENT, SOCIAL_CARE), List.of(), FAMILY_APPROACH),
                        now,
                        "m-" + family);
        return context.getBean(Engagements.class).find(family).orElseThrow();
    }
}
