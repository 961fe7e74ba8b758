package uk.kinbridge.referral.referral;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.clock.Clock;
import uk.kinbridge.platform.clock.Owner;
import uk.kinbridge.platform.document.StoredDocument;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.pack.PackId;
import uk.kinbridge.protocols.pack.Packs;
import uk.kinbridge.protocols.pack.PathwayId;
import uk.kinbridge.protocols.sharing.FieldGroup;
import uk.kinbridge.protocols.time.BankHolidays;
import uk.kinbridge.referral.family.Family;
import uk.kinbridge.referral.family.Person;
import uk.kinbridge.referral.information.DecisionMother;

/** Referrals as Hackney's people would send them. */
public final class ReferralMother {

    /** A Monday in winter, ten in the morning in London. */
    public static final Instant MONDAY_TEN = Instant.parse("2026-11-23T10:00:00Z");

    public static final Actor SOCIAL_WORKER =
            new Actor("p-sade", "Sade Okafor", "hackney-childrens-social-care", List.of("practitioner"));
    public static final Actor SAFEGUARDING_LEAD =
            new Actor("p-leila", "Leila Haddad", "hackney-drug-treatment", List.of("safeguarding-lead"));
    public static final Actor TREATMENT_WORKER =
            new Actor("p-tom", "Tom Brandt", "hackney-drug-treatment", List.of("practitioner"));

    private ReferralMother() {}

    public static Rules rules(String pathway) {
        return rules("hackney", pathway);
    }

    public static Rules rules(String protocol, String pathway) {
        Pack pack = Packs.shipped().latest(new PackId(protocol)).orElseThrow();
        return new Rules(pack, pack.pathway(new PathwayId(pathway)).orElseThrow(), BankHolidays.shipped());
    }

    public static Rules rules(String pathway, BankHolidays calendar) {
        var rules = rules(pathway);
        return new Rules(rules.pack(), rules.pathway(), calendar);
    }

    /** The shipped list with one more bank holiday in England and Wales, published on the first of December 2026. */
    public static String bankHolidaysWith(String date) {
        try (var file = java.util.Objects.requireNonNull(
                BankHolidays.class.getResourceAsStream("/calendar/bank-holidays.yaml"))) {
            return new String(file.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                    .replace("version: " + BankHolidays.shipped().version(), "version: 2026-12-01")
                    .replaceFirst(
                            "  england-and-wales:\n", "  england-and-wales:\n    " + date + ": \"Day of thanks\"\n");
        } catch (java.io.IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    public static BankHolidays newerCalendar(String date) {
        return BankHolidays.read("test", bankHolidaysWith(date));
    }

    public static Rules intoTreatment() {
        return rules("into-treatment");
    }

    public static Disclosed family() {
        return new Disclosed(
                "f-1",
                "F-2222-2222",
                new Person("m-1", Person.Kind.ADULT, "Robin", "Ashdown", LocalDate.of(1990, 3, 1), null),
                List.of(new Person("m-2", Person.Kind.CHILD, "Wren", "Ashdown", LocalDate.of(2019, 6, 2), null)),
                null);
    }

    /** A referral with something to say in every field, as far as a decision on sharing let those through. */
    public static Referral letThrough(Set<FieldGroup> fields) {
        var whole = new Disclosed(
                "f-1",
                "F-2222-2222",
                new Person("m-1", Person.Kind.ADULT, "Robin", "Ashdown", LocalDate.of(1990, 3, 1), null),
                List.of(),
                "12 Made-up Road",
                null,
                null);
        var complete = aCompleteSubmission();
        var content = new Content(
                whole.letThroughBy(DecisionMother.aDecisionThatLets("m-1", fields)),
                complete.content().texts(),
                complete.content().documents(),
                null,
                List.of("adult-with-unmet-needs"),
                null);
        return Referral.begun(
                        new Submission(
                                "r-1",
                                "R-3333-3333",
                                complete.by(),
                                complete.referrer(),
                                complete.recipient(),
                                content),
                        intoTreatment(),
                        MONDAY_TEN)
                .next();
    }

    public static Attachment paperwork() {
        return new Attachment("assessment-paperwork", "d-1", "assessment.pdf", "application/pdf", 1000, "ab");
    }

    public static Submission submission(
            Sender from, String to, Actor by, Map<String, String> texts, List<Attachment> documents, String role) {
        return new Submission(
                "r-1",
                "R-3333-3333",
                by,
                from,
                new Receiver(to, "the receiver", role),
                new Content(family(), texts, documents, null, List.of(), null));
    }

    public static Submission aSubmissionIntoTreatment(Map<String, String> texts, List<Attachment> documents) {
        return submission(
                new Sender(
                        "hackney-childrens-social-care",
                        "Hackney Children's Social Care",
                        SOCIAL_WORKER.person(),
                        SOCIAL_WORKER.name()),
                "hackney-drug-treatment",
                SOCIAL_WORKER,
                texts,
                documents,
                "safeguarding-lead");
    }

    public static Submission aCompleteSubmission() {
        return aSubmissionIntoTreatment(
                Map.of("treatment-issue-outline", "Daily alcohol use, worse since the spring."), List.of(paperwork()));
    }

    public static Change<Referral, ReferralEvent> submitted(Instant at) {
        return Referral.begun(aCompleteSubmission(), intoTreatment(), at);
    }

    /** What an act makes of a referral; it must be possible where the referral stands. */
    public static Change<Referral, ReferralEvent> done(Referral referral, Act act, Actor by, Instant at, Rules rules) {
        return ((Acted.Done) referral.act(act, by, at, rules)).change();
    }

    public static Change<Referral, ReferralEvent> acknowledged(Referral referral, Instant at) {
        return done(referral, new Act.Acknowledge(), SAFEGUARDING_LEAD, at, intoTreatment());
    }

    /** A child referred by adult services of Southampton, under that id. */
    public static Change<Referral, ReferralEvent> aChildReferredIn(String to, String id, Rules rules) {
        var by = new Actor("p-ewan", "Ewan Galbraith", "southampton-adults-services", List.of("practitioner"));
        return Referral.begun(
                new Submission(
                        id,
                        "R-" + id,
                        by,
                        new Sender(by.agency(), "Southampton Adults' Services", by.person(), by.name()),
                        new Receiver(to, "the receiver", "duty-worker"),
                        new Content(
                                family(),
                                Map.of("talk-with-family", "They agree.", "concern", "Sleeps on a floor."),
                                List.of(),
                                null,
                                List.of(),
                                null)),
                rules,
                MONDAY_TEN);
    }

    /** A referral of that id, with what others must hear of it. */
    public static Change<Referral, ReferralEvent> aReferralFrom(String id, Instant at) {
        var complete = aCompleteSubmission();
        return Referral.begun(
                new Submission(
                        id, "R-" + id, complete.by(), complete.referrer(), complete.recipient(), complete.content()),
                intoTreatment(),
                at);
    }

    /** A referral into treatment about the first adult of that family, with that document. */
    public static Change<Referral, ReferralEvent> aReferralAbout(
            String id, Family family, StoredDocument document, Instant at) {
        var complete = aCompleteSubmission();
        var paper = new Attachment(
                "assessment-paperwork",
                document.id(),
                document.name(),
                document.mediaType(),
                document.bytes(),
                document.sha256());
        var content = new Content(
                new Disclosed(
                        family.id(), family.reference(), family.members().getFirst(), List.of(), family.address()),
                complete.content().texts(),
                List.of(paper),
                null,
                List.of(),
                null);
        return Referral.begun(
                new Submission(id, "R-" + id, complete.by(), complete.referrer(), complete.recipient(), content),
                intoTreatment(),
                at);
    }

    /** The same under that id, with these clocks instead of those of its pathway. */
    public static Change<Referral, ReferralEvent> aReferralOf(String id, Clock... clocks) {
        var r = aReferralFrom(id, MONDAY_TEN).next();
        return Change.silent(new Referral(
                r.id(),
                r.reference(),
                r.protocol(),
                r.pathway(),
                r.pathwayTitle(),
                r.priority(),
                r.obligations(),
                r.referrer(),
                r.recipient(),
                r.content(),
                r.standing(),
                r.begunAt(),
                List.of(clocks),
                r.history()));
    }

    /** Something that a role of that agency owes by then. */
    public static Clock owedBy(String agency, String role, Instant dueAt) {
        return Clock.started(
                "owed-by-" + role + "-" + dueAt.getEpochSecond(),
                List.of("HAC-03"),
                new Owner(agency, role),
                MONDAY_TEN.minusSeconds(1),
                dueAt,
                null,
                "2026-08-21",
                "agreed");
    }

    /** One of that id on any pathway, as its first agency of the right kind would send it. */
    public static Change<Referral, ReferralEvent> begun(String id, Rules rules, Instant at) {
        var complete = EveryPathwayRunsTest.complete(rules);
        return Referral.begun(
                new Submission(
                        id, "R-" + id, complete.by(), complete.referrer(), complete.recipient(), complete.content()),
                rules,
                at);
    }

    public static Referral aReferral(Instant at) {
        return submitted(at).next();
    }
}
