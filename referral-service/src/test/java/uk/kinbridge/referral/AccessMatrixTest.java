package uk.kinbridge.referral;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.MockMvc;
import uk.kinbridge.platform.document.UploadDocument;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.security.Role;
import uk.kinbridge.platform.testing.Brokers;
import uk.kinbridge.platform.testing.Databases;
import uk.kinbridge.platform.testing.Tokens;
import uk.kinbridge.platform.testing.access.AccessMatrix;
import uk.kinbridge.platform.testing.access.Ask;
import uk.kinbridge.platform.testing.access.Operation;
import uk.kinbridge.protocols.sharing.Consent;
import uk.kinbridge.protocols.sharing.Purpose;
import uk.kinbridge.referral.concern.ConcernFiles;
import uk.kinbridge.referral.concern.RecordConcern;
import uk.kinbridge.referral.contact.MakeContact;
import uk.kinbridge.referral.draft.Drafts;
import uk.kinbridge.referral.draft.Typed;
import uk.kinbridge.referral.draft.WriteDraft;
import uk.kinbridge.referral.exchange.web.MessageMother;
import uk.kinbridge.referral.family.Author;
import uk.kinbridge.referral.family.ChangeFamily;
import uk.kinbridge.referral.family.Changes;
import uk.kinbridge.referral.family.Families;
import uk.kinbridge.referral.family.Family;
import uk.kinbridge.referral.family.Involvement;
import uk.kinbridge.referral.family.Person;
import uk.kinbridge.referral.family.RegisterFamily;
import uk.kinbridge.referral.family.Registration;
import uk.kinbridge.referral.family.Told;
import uk.kinbridge.referral.information.ConsentRecords;
import uk.kinbridge.referral.information.KeepConsent;
import uk.kinbridge.referral.information.StatedSharing;
import uk.kinbridge.referral.referral.Referrals;
import uk.kinbridge.referral.referral.SubmitReferral;
import uk.kinbridge.referral.treatment.RecordTreatment;
import uk.kinbridge.referral.treatment.Treatments;

/** HAC-01, HAC-17: every operation, for every role, of the referring, the receiving and another agency. */
@SpringBootTest(properties = "kinbridge.messaging.prefix=test-access-referral")
@AutoConfigureMockMvc
@ContextConfiguration(initializers = {Tokens.Realm.class, Databases.ForContext.class, Brokers.ForContext.class})
class AccessMatrixTest {

    private static final Caller SADE = new Caller(
            Tokens.of("sade.okafor").subject(),
            "sade.okafor",
            "Sade Okafor",
            "hackney-childrens-social-care",
            Set.of(),
            Set.of(Role.PRACTITIONER));

    private static final Caller LEILA = new Caller(
            Tokens.of("leila.haddad").subject(),
            "leila.haddad",
            "Leila Haddad",
            "hackney-drug-treatment",
            Set.of(),
            Set.of(Role.SAFEGUARDING_LEAD));

    @Autowired
    MockMvc http;

    @Autowired
    ApplicationContext context;

    @Autowired
    RegisterFamily families;

    @Autowired
    UploadDocument documents;

    @Autowired
    SubmitReferral referrals;

    @Autowired
    KeepConsent consents;

    @Autowired
    RecordConcern concerns;

    @Autowired
    MakeContact contacts;

    @Autowired
    WriteDraft drafts;

    @Autowired
    ChangeFamily changes;

    @Autowired
    RecordTreatment treatments;

    @Autowired
    InstantSource time;

    private record Sent(Family family, String document, Referrals.Held referral) {
        String subject() {
            return family.members().getFirst().id();
        }

        String decision() {
            return String.valueOf(referral.referral().disclosed().decisionId());
        }
    }

    @TestFactory
    Stream<DynamicTest> everybody_meets_what_the_matrix_says() throws Exception {
        var read = sent();
        return AccessMatrix.of("uk.kinbridge.referral", context, http, operation -> ask(operation, read))
                .tests();
    }

    private Ask ask(Operation operation, Sent read) throws Exception {
        return switch (operation.toString()) {
            case "POST /api/families" -> Ask.plainly().json("""
                {"members": [{"kind": "ADULT", "givenName": "Robin", "familyName": "Ashdown"}],
                 "noChildren": true}\
                """);
            case "GET /api/families/{id}" ->
                Ask.plainly().with("id", read.family.id()).marker(read.family.reference());
            case "GET /api/families" ->
                Ask.plainly().query("reference=" + read.family.reference()).marker(read.family.reference());
            case "GET /api/families/{id}/agencies" ->
                Ask.plainly().with("id", read.family.id()).marker(read.family.reference());
            case "POST /api/referral-drafts" -> Ask.plainly().json("{\"protocol\": \"hackney\"}");
            case "GET /api/referral-drafts" ->
                Ask.plainly().query("limit=100").marker(drafted().draft().reference());
            case "GET /api/referral-drafts/{id}/access-log" ->
                Ask.plainly().with("id", drafted().draft().id());
            case "GET /api/families/{familyId}/sharing-decisions/{id}/access-log" ->
                ofFamily(read).with("id", read.decision());
            case "GET /api/referral-drafts/{id}" -> {
                var draft = drafted().draft();
                yield Ask.plainly().with("id", draft.id()).marker(draft.reference());
            }
            case "PUT /api/referral-drafts/{id}" -> draftChange("{\"texts\": {\"concern\": \"More of it.\"}}");
            case "POST /api/referral-drafts/{id}/discarding" -> draftChange("{\"reason\": \"Not needed.\"}");
            case "POST /api/referral-drafts/{id}/resumption", "POST /api/referral-drafts/{id}/submission" ->
                draftChange("{}");
            case "GET /api/families/{id}/access-log",
                    "GET /api/families/{id}/history",
                    "GET /api/families/{id}/possible-matches" -> Ask.plainly().with("id", read.family.id());
            case "PUT /api/families/{id}/members/{memberId}" -> familyChange("{\"givenName\": \"Robin\"}");
            case "POST /api/families/{id}/members" -> familyChange("""
                {"kind": "ADULT", "givenName": "Robin", "familyName": "Ashdown",
                 "facts": {"children": {"value": "none"}}}\
                """);
            case "PUT /api/families/{id}/members/{memberId}/facts/{fact}" ->
                familyChange("{\"value\": \"Hill Surgery\"}").with("fact", "gp");
            case "PUT /api/families/{id}/facts/{fact}" ->
                familyChange("{\"value\": \"1 New Road\"}").with("fact", "home");
            case "POST /api/families/{id}/members/{memberId}/intake" -> familyChange("{}");
            case "PUT /api/families/{id}/relationships" -> familyChange("""
                {"from": "a", "to": "b", "kind": "PARENT", "care": "SOLE", "contact": "LIVES_WITH"}\
                """);
            case "POST /api/families/{id}/checks" -> familyChange("{\"saidBy\": \"the mother\"}");
            case "POST /api/families/{id}/agencies" -> familyChange("""
                {"agency": "hackney-drug-treatment", "basis": "PUBLIC_TASK", "words": "Joint work"}\
                """);
            case "POST /api/families/{id}/agencies/{agency}/end" ->
                familyChange("{}").with("agency", "hackney-drug-treatment");
            case "POST /api/families/{id}/protections" ->
                familyChange("{\"memberId\": \"x\", \"fromPeople\": [\"y\"], \"reason\": \"An order\"}");
            case "POST /api/families/{id}/protections/{protectionId}/end" ->
                familyChange("{\"reason\": \"It has ended\"}").with("protectionId", "none");
            case "POST /api/families/{id}/merges" -> familyChange("{\"other\": \"none\", \"reason\": \"Same\"}");
            case "POST /api/families/{id}/merges/{mergeId}/undo" ->
                familyChange("{\"reason\": \"Wrong\"}").with("mergeId", "none");
            case "GET /api/referrals" ->
                Ask.plainly()
                        .query("family=" + read.family.id())
                        .marker(read.referral.referral().reference());
            case "GET /api/referrals/{id}/access-log" ->
                Ask.plainly().with("id", read.referral.referral().id());
            case "POST /api/documents" ->
                Ask.plainly().part("file", "note.txt", "text/plain", "A note.".getBytes(StandardCharsets.UTF_8));
            case "GET /api/documents/{id}", "GET /api/documents/{id}/content", "GET /api/documents/{id}/access-log" ->
                Ask.plainly().with("id", read.document);
            case "POST /api/referrals" -> Ask.plainly().json(body(read));
            case "GET /api/referrals/{id}" ->
                Ask.plainly()
                        .with("id", read.referral.referral().id())
                        .marker(read.referral.referral().reference());
            case "GET /api/worklist" ->
                Ask.plainly().query("limit=100").marker(read.referral.referral().reference());
            case "POST /api/referrals/{id}/acknowledgement" -> change(sent()).json("{}");
            case "POST /api/referrals/{id}/assessment-invitation" ->
                change(sent()).json("{\"appointmentAt\": \"" + time.instant().plus(Duration.ofDays(2)) + "\"}");
            case "POST /api/referrals/{id}/assessment-outcome" -> change(sent()).json("{\"outcome\": \"Told.\"}");
            case "POST /api/referrals/{id}/corrections" ->
                change(sent())
                        .json("{\"item\": \"treatment-issue-outline\", \"text\": \"New.\", \"reason\": \"Why.\"}");
            case "POST /api/referrals/{id}/situation" -> change(sent()).json("{\"situation\": [\"substance-misuse\"]}");
            case "POST /api/referrals/{id}/redirection" ->
                change(sent()).json("{\"toAgency\": \"hackney-alcohol-treatment\", \"reason\": \"Alcohol.\"}");
            case "POST /api/referrals/{id}/submission",
                    "POST /api/referrals/{id}/assessment-completion",
                    "POST /api/referrals/{id}/place-offer",
                    "POST /api/referrals/{id}/redirection/acceptance" ->
                change(sent()).json("{}");
            case "POST /api/referrals/{id}/decision",
                    "POST /api/referrals/{id}/no-further-action",
                    "POST /api/referrals/{id}/progress-reports",
                    "POST /api/referrals/{id}/advice",
                    "POST /api/referrals/{id}/waiting-list-entry",
                    "POST /api/referrals/{id}/harm-indication",
                    "POST /api/referrals/{id}/joint-plan",
                    "POST /api/referrals/{id}/closure",
                    "POST /api/referrals/{id}/withdrawal",
                    "POST /api/referrals/{id}/redirection/refusal" ->
                change(sent()).json("{\"words\": \"Why.\"}");
            case "POST /api/referrals/{id}/outside-tellings" ->
                change(sent()).json("{\"told\": true, \"whom\": \"The GP.\", \"how\": \"By telephone.\"}");
            case "POST /api/families/{familyId}/treatments" -> {
                var family = shared();
                yield Ask.plainly().with("familyId", family.id()).json("""
                    {"protocol": "hackney", "member": "%s", "enteredOn": "2026-01-05"}\
                    """.formatted(
                                family.members().getFirst().id()));
            }
            case "GET /api/families/{familyId}/treatments" -> {
                var treatment = treated().treatment();
                yield Ask.plainly().with("familyId", treatment.family()).marker(treatment.reference());
            }
            case "GET /api/treatments/{id}/access-log" ->
                Ask.plainly().with("id", treated().treatment().id());
            case "POST /api/treatments/{id}/telling" -> treatmentChange().json("{}");
            case "POST /api/treatments/{id}/outside-tellings/{kind}" ->
                treatmentChange()
                        .with("kind", "school-nursing")
                        .json("{\"told\": true, \"whom\": \"The nurse.\", \"how\": \"By telephone.\"}");
            case "POST /api/routes" ->
                Ask.plainly().json("{\"protocol\": \"hackney\", \"situation\": [\"substance-misuse\"]}");
            case "GET /api/routes/facts" -> Ask.plainly();
            case "POST /api/families/{familyId}/sharing-decisions" ->
                ofFamily(read).json("""
                    {"protocol": "hackney", "recipient": "hackney-drug-treatment", "about": ["%s"],
                     "sharing": {"childConcern": "SIGNIFICANT_HARM", "reason": "A child is at risk."}}\
                    """.formatted(read.subject()));
            case "GET /api/families/{familyId}/sharing-decisions" ->
                ofFamily(read).marker(read.decision());
            case "GET /api/families/{familyId}/sharing-decisions/{id}" ->
                ofFamily(read).with("id", read.decision()).marker(read.decision());
            case "GET /api/families/{familyId}/consents" -> ofFamily(read).marker(read.family.id());
            case "GET /api/families/{familyId}/consents/access-log",
                    "GET /api/families/{familyId}/concerns/access-log" -> ofFamily(read);
            case "POST /api/families/{familyId}/consents" -> ofFamily(read).json("""
                {"personId": "%s", "purpose": "LIAISON", "answer": "GIVEN", "how": "Asked."}\
                """.formatted(read.subject()));
            case "POST /api/families/{familyId}/consents/{consentId}/withdrawal" -> {
                var sent = sent();
                var held = consents.read(sent.family.id(), SADE).orElseThrow();
                yield ofFamily(sent)
                        .with("consentId", held.record().consents().getFirst().id())
                        .header("If-Match", "\"" + held.version() + "\"")
                        .json("{\"how\": \"By telephone.\"}");
            }
            case "POST /api/families/{familyId}/discussions" -> ofFamily(read).json("""
                {"occasion": "START_OF_INVOLVEMENT", "held": true, "words": "What we share and why."}\
                """);
            case "POST /api/families/{familyId}/capacity-findings" ->
                ofFamily(read).json(finding(read));
            case "POST /api/families/{familyId}/capacity-findings/{findingId}/best-interests-decision" -> {
                var sent = sent();
                var held = found(sent);
                yield ofFamily(sent)
                        .with("findingId", held.record().findings().getFirst().id())
                        .header("If-Match", "\"" + held.version() + "\"")
                        .json("""
                            {"share": true, "why": "It helps her.", "leastRestrictive": "Only the name goes."}\
                            """);
            }
            case "POST /api/families/{familyId}/contacts" -> ofFamily(read).json("""
                {"protocol": "hackney", "route": "family-service", "situation": ["child-welfare-concern"],
                 "withWhom": "The duty desk", "words": "Asked in general.", "named": false}\
                """);
            case "GET /api/families/{familyId}/contacts" -> ofFamily(read).marker("items");
            case "GET /api/families/{familyId}/contacts/{id}/access-log" ->
                ofFamily(read).with("id", talked(read));
            case "POST /api/families/{familyId}/concerns" ->
                ofFamily(read).json("{\"protocol\": \"hackney\", \"words\": \"Tired and late again.\"}");
            case "GET /api/families/{familyId}/concerns" -> ofFamily(read).marker(read.family.id());
            case "POST /api/families/{familyId}/concern-pictures/{pictureId}/answer" -> {
                var sent = sent();
                var raised = raised(sent);
                yield ofFamily(sent)
                        .with(
                                "pictureId",
                                raised.concerns().pictures().getFirst().id())
                        .header("If-Match", "\"" + raised.version() + "\"")
                        .json("{\"action\": \"LIAISED\", \"words\": \"We talk on Friday.\"}");
            }
            case "POST /api/fhir/R4/$process-message" -> {
                // A withdrawal of the scene's referral: a new one would be anybody's who works with families.
                var sent = sent();
                yield Ask.plainly()
                        .header("X-Request-Id", id())
                        .header("X-Correlation-Id", id())
                        .json(MessageMother.aReferral()
                                .cancel(sent.referral.referral().id(), "revoked", "Why.")
                                .json());
            }
            case "GET /api/fhir/R4/ServiceRequest/{id}", "GET /api/fhir/R4/ServiceRequest/{id}/$message" ->
                Ask.plainly()
                        .with("id", read.referral.referral().id())
                        .marker(read.referral.referral().reference());
            case "GET /api/fhir/R4/metadata" -> Ask.plainly();
            default -> throw new IllegalStateException("no scene for " + operation);
        };
    }

    private Drafts.Held drafted() {
        var nothing = new Typed("hackney", null, null, null, null, Map.of(), List.of(), null, List.of(), null, null);
        return drafts.begin(id(), null, nothing, SADE, time.instant());
    }

    private Ask draftChange(String json) {
        var held = drafted();
        return Ask.plainly()
                .with("id", held.draft().id())
                .header("If-Match", "\"" + held.version() + "\"")
                .json(json);
    }

    private Ask familyChange(String json) {
        var held = registered();
        return Ask.plainly()
                .with("id", held.family().id())
                .with("memberId", held.family().members().getFirst().id())
                .header("If-Match", "\"" + held.version() + "\"")
                .json(json);
    }

    /** A family of Children's Social Care that the treatment service works with too. */
    private Family shared() {
        var held = registered();
        changes.change(
                held.family().id(),
                held.version(),
                SADE,
                time.instant(),
                family -> Changes.join(
                        family,
                        LEILA.agency(),
                        Involvement.LawfulBasis.PUBLIC_TASK,
                        "Joint work",
                        Author.of(SADE),
                        time.instant()));
        return held.family();
    }

    private Treatments.Held treated() {
        var family = shared();
        var outcome = treatments.enter(
                id(),
                family.id(),
                new RecordTreatment.Entry("hackney", family.members().getFirst().id(), LocalDate.of(2026, 1, 5)),
                LEILA,
                time.instant());
        return ((RecordTreatment.Outcome.Done) outcome).held();
    }

    private Ask treatmentChange() {
        var held = treated();
        return Ask.plainly().with("id", held.treatment().id()).header("If-Match", "\"" + held.version() + "\"");
    }

    /** A case was discussed without naming the family. */
    private String talked(Sent sent) {
        var request = new MakeContact.Request(
                "hackney",
                "family-service",
                List.of("child-welfare-concern"),
                null,
                null,
                "The duty desk",
                null,
                "Asked in general.",
                null,
                false,
                List.of(),
                StatedSharing.NOTHING);
        return ((MakeContact.Outcome.Made) contacts.make(id(), sent.family.id(), request, SADE, time.instant()))
                .contact()
                .id();
    }

    private static Ask ofFamily(Sent sent) {
        return Ask.plainly().with("familyId", sent.family.id());
    }

    private String finding(Sent sent) {
        return """
            {"personId": "%s", "purpose": "TREATMENT", "able": false, "steps": ["Could not weigh it up."],
             "reviewOn": "%s"}\
            """.formatted(
                        sent.subject(),
                        LocalDate.ofInstant(time.instant(), ZoneOffset.UTC).plusDays(9));
    }

    private ConsentRecords.Held found(Sent sent) {
        var outcome = consents.find(
                id(),
                sent.family.id(),
                new KeepConsent.Finding(
                        sent.subject(),
                        Purpose.TREATMENT,
                        false,
                        List.of("Could not weigh it up."),
                        LocalDate.ofInstant(time.instant(), ZoneOffset.UTC).plusDays(9)),
                SADE,
                time.instant());
        return ((KeepConsent.Outcome.Kept) outcome).held();
    }

    private ConcernFiles.Whole raised(Sent sent) {
        var worry = new RecordConcern.Worry("hackney", List.of(), "Tired and late again.");
        concerns.record(id(), sent.family.id(), worry, SADE, time.instant());
        concerns.record(id(), sent.family.id(), worry, LEILA, time.instant());
        var third = concerns.record(id(), sent.family.id(), worry, SADE, time.instant());
        return ((RecordConcern.Outcome.Done) third).whole();
    }

    private static StatedSharing consenting(String person) {
        return new StatedSharing(
                null,
                null,
                null,
                false,
                false,
                false,
                null,
                List.of(new StatedSharing.Answer(person, Consent.Answer.GIVEN, null, null, "Asked at the visit.")),
                null,
                null,
                null,
                null,
                null);
    }

    private static Ask change(Sent sent) {
        return Ask.plainly()
                .with("id", sent.referral.referral().id())
                .header("If-Match", "\"" + sent.referral.version() + "\"");
    }

    private static String body(Sent sent) {
        return """
            {"protocol": "hackney", "pathway": "into-treatment", "familyId": "%s", "subjectId": "%s",
             "recipientAgency": "hackney-drug-treatment",
             "texts": {"treatment-issue-outline": "Alcohol."},
             "documents": [{"item": "assessment-paperwork", "documentId": "%s"}],
             "sharing": {"consents": [{"personId": "%s", "answer": "GIVEN", "how": "Asked at the visit."}]}}\
            """.formatted(sent.family.id(), sent.subject(), sent.document, sent.subject());
    }

    private Families.Held registered() {
        return ((RegisterFamily.Outcome.Registered) families.register(
                        id(),
                        Registration.briefly(
                                List.of(Told.briefly(Person.Kind.ADULT, "Robin", "Ashdown", null, null)), true, null),
                        SADE,
                        time.instant()))
                .held();
    }

    private Sent sent() throws Exception {
        var now = time.instant();
        var family = registered().family();
        var document = ((UploadDocument.Outcome.Uploaded)
                        documents.upload(id(), "note.txt", "A note.".getBytes(StandardCharsets.UTF_8), SADE, now))
                .document();
        var referral = ((SubmitReferral.Outcome.Submitted) referrals.submit(
                        id(),
                        new SubmitReferral.Request(
                                "hackney",
                                "into-treatment",
                                family.id(),
                                family.members().getFirst().id(),
                                "hackney-drug-treatment",
                                Map.of("treatment-issue-outline", "Alcohol."),
                                List.of(new SubmitReferral.Enclosure("assessment-paperwork", document.id())),
                                null,
                                List.of(),
                                null),
                        consenting(family.members().getFirst().id()),
                        SADE,
                        now))
                .held();
        return new Sent(family, document.id(), referral);
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }
}
