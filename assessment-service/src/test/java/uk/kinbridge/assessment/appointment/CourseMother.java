package uk.kinbridge.assessment.appointment;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.assessment.appointment.CourseEvent.Told;
import uk.kinbridge.assessment.kept.Actor;
import uk.kinbridge.assessment.news.Addressee;
import uk.kinbridge.assessment.news.News;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.security.Role;
import uk.kinbridge.protocols.pack.PackId;
import uk.kinbridge.protocols.pack.Packs;
import uk.kinbridge.protocols.time.BankHolidays;

/** Appointments as the people of Hackney and Salford would offer them. */
public final class CourseMother {

    /** A Monday in winter, ten in the morning in London. */
    public static final Instant MONDAY_TEN = Instant.parse("2026-11-23T10:00:00Z");

    public static final String TREATMENT = "hackney-drug-treatment";
    public static final String SOCIAL_CARE = "hackney-childrens-social-care";
    public static final String ACHIEVE = "achieve-salford";
    public static final String BRIDGE = "salford-childrens-services";

    public static final Actor LEILA = new Actor("p-leila", "Leila Haddad", TREATMENT, List.of("practitioner"));
    public static final Actor SADE = new Actor("p-sade", "Sade Okafor", SOCIAL_CARE, List.of("practitioner"));
    public static final Actor JOEL = new Actor("p-joel", "Joel Marsden", ACHIEVE, List.of("practitioner"));
    public static final Actor MAEVE = new Actor("p-maeve", "Maeve Torrance", BRIDGE, List.of("practitioner"));

    private CourseMother() {}

    public static Rules rules(String pack) {
        return rules(pack, BankHolidays.shipped());
    }

    public static Rules rules(String pack, BankHolidays newest) {
        return new Rules(Packs.shipped().latest(new PackId(pack)).orElseThrow(), newest);
    }

    public static LinkedReferral referral() {
        return new LinkedReferral("r-1", "R-3333-3333", "into-treatment", SOCIAL_CARE, SADE.person());
    }

    public static FamilyWork inHackney() {
        return new FamilyWork(
                "f-1", "m-1", "ADULT", null, referral(), List.of(TREATMENT, SOCIAL_CARE), List.of(), MONDAY_TEN);
    }

    public static FamilyWork inSalford() {
        return new FamilyWork("f-2", "m-1", "ADULT", null, null, List.of(ACHIEVE, BRIDGE), List.of(), MONDAY_TEN);
    }

    public static FamilyWork ofAChild(@Nullable LocalDate bornOn) {
        return new FamilyWork(
                "f-1", "m-2", "CHILD", bornOn, null, List.of(TREATMENT, SOCIAL_CARE), List.of(), MONDAY_TEN);
    }

    public static Offer.Wanted at(Instant at) {
        return at(at, Mode.IN_PERSON);
    }

    public static Offer.Wanted at(Instant at, Mode mode) {
        return new Offer.Wanted(at, 60, mode, "12 Clapton Way", List.of(), List.of());
    }

    /** A course of Hackney with one appointment on the next day. */
    public static Change<Course, CourseEvent> begun() {
        return Course.begun(
                "c-1",
                "A-3333-3333",
                Purpose.ASSESSMENT,
                inHackney(),
                at(days(1)),
                LEILA,
                rules("hackney"),
                MONDAY_TEN);
    }

    public static Change<Course, CourseEvent> begunInSalford() {
        return Course.begun(
                "c-2", "A-4444-4444", Purpose.TREATMENT, inSalford(), at(days(1)), JOEL, rules("salford"), MONDAY_TEN);
    }

    public static Instant days(int days) {
        return MONDAY_TEN.plus(Duration.ofDays(days));
    }

    public static Offer.Recorded said(Attendance attendance, Actor by, Instant now) {
        return new Offer.Recorded(attendance, null, null, by, now, null);
    }

    public static Offer.Recorded corrected(Attendance attendance, Actor by, Instant now) {
        return new Offer.Recorded(attendance, null, null, by, now, "It was the other day.");
    }

    /** The last appointment was missed, and that was written down an hour later. */
    public static Change<Course, CourseEvent> missed(Course course, Rules rules) {
        var offer = course.offers().getLast();
        var now = offer.at().plus(Duration.ofHours(1));
        return done(course.record(offer.number(), said(Attendance.DID_NOT_ATTEND, course.worker(), now), rules, now));
    }

    /** Another one is offered, a day after the last. */
    public static Course offered(Course course, Rules rules) {
        var last = course.offers().getLast().at();
        return done(course.offer(
                        at(last.plus(Duration.ofDays(1))), course.worker(), rules, last.plus(Duration.ofHours(2))))
                .next();
    }

    /** So many appointments of Hackney in a row were missed; what the last miss did. */
    public static Change<Course, CourseEvent> missedInARow(int times) {
        var rules = rules("hackney");
        var change = missed(begun().next(), rules);
        for (int i = 1; i < times; i++) {
            change = missed(offered(change.next(), rules), rules);
        }
        return change;
    }

    public static Change<Course, CourseEvent> done(Ruling ruling) {
        if (ruling instanceof Ruling.Done(var change)) {
            return change;
        }
        throw new AssertionError(ruling);
    }

    public static Ruling.Why why(Ruling ruling) {
        if (ruling instanceof Ruling.Against(var why)) {
            return why;
        }
        throw new AssertionError("it was done");
    }

    public static List<News.NoticeRequested> notices(Change<Course, CourseEvent> change) {
        return change.events().stream()
                .filter(e -> e instanceof Told(News.NoticeRequested _))
                .map(e -> (News.NoticeRequested) ((Told) e).news())
                .toList();
    }

    /** Who is told, by the purpose of the notice. */
    public static List<Addressee> told(Change<Course, CourseEvent> change, String purpose) {
        return notices(change).stream()
                .filter(n -> n.purpose().equals(purpose))
                .map(News.NoticeRequested::to)
                .toList();
    }

    public static Duty owed(Course course, Duty.Kind kind) {
        return course.owed().stream()
                .filter(d -> d.kind() == kind)
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing of that kind is owed: " + kind));
    }

    public static Caller caller(Actor actor) {
        return new Caller(
                actor.person(),
                actor.person(),
                actor.name(),
                actor.agency(),
                Set.of(),
                Set.copyOf(actor.roles().stream()
                        .map(role -> Role.named(role).orElseThrow())
                        .toList()));
    }
}
