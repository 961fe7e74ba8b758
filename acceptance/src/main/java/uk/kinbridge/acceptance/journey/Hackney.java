package uk.kinbridge.acceptance.journey;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import uk.kinbridge.acceptance.suite.Answer;
import uk.kinbridge.acceptance.suite.Person;
import uk.kinbridge.acceptance.suite.RunningSuite;

/** The people of Hackney and what several journeys of theirs have in common. */
public final class Hackney {

    static final String TREATMENT = "hackney-drug-treatment";
    static final String SOCIAL_CARE = "hackney-childrens-social-care";

    /** A one-page PDF: the smallest assessment paperwork that is a real document. */
    private static final byte[] PAPERWORK = """
            %PDF-1.4
            1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
            2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
            3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
            trailer<</Root 1 0 R>>
            %%EOF
            """.getBytes(StandardCharsets.US_ASCII);

    final Person socialWorker;
    final Person socialCareManager;
    final Person dutyWorker;
    final Person safeguardingLead;
    final Person treatmentWorker;
    final Person treatmentManager;
    final Person otherProvidersLead;

    public Hackney(RunningSuite suite) {
        socialWorker = suite.person("sade.okafor");
        socialCareManager = suite.person("martin.hale");
        dutyWorker = suite.person("jonah.pike");
        safeguardingLead = suite.person("leila.haddad");
        treatmentWorker = suite.person("tom.brandt");
        treatmentManager = suite.person("grace.mensah");
        otherProvidersLead = suite.person("owen.price");
    }

    /** The social worker who refers into treatment. */
    public Person socialWorker() {
        return socialWorker;
    }

    /** The Safeguarding Lead who receives. */
    public Person safeguardingLead() {
        return safeguardingLead;
    }

    /** Both sides' managers. */
    public List<Person> managers() {
        return List.of(treatmentManager, socialCareManager);
    }

    /** A parent with a child, on the record of the person's agency. */
    public Answer registerFamily(Person by) {
        return by.create(
                "/api/families",
                Map.of(
                        "members",
                        List.of(
                                Map.of(
                                        "kind", "ADULT",
                                        "givenName", "Robin",
                                        "familyName", "Ashdown",
                                        "bornOn", "1990-03-01"),
                                Map.of(
                                        "kind", "CHILD",
                                        "givenName", "Wren",
                                        "familyName", "Ashdown",
                                        "bornOn", "2019-06-02")),
                        "noChildren",
                        false,
                        "address",
                        "12 Made-up Road, London E8"));
    }

    /** The assessment paperwork, uploaded. */
    public Answer uploadPaperwork(Person by) {
        return by.upload("/api/documents", "assessment.pdf", "application/pdf", PAPERWORK);
    }

    /** The body of a referral into treatment. */
    public static Map<String, Object> intoTreatment(
            Answer family, Optional<String> paperworkId, Optional<String> outline) {
        var documents = new ArrayList<Map<String, String>>();
        paperworkId.ifPresent(id -> documents.add(Map.of("item", "assessment-paperwork", "documentId", id)));
        return Map.of(
                "protocol",
                "hackney",
                "pathway",
                "into-treatment",
                "familyId",
                family.text("/id"),
                "subjectId",
                family.text("/members/0/id"),
                "recipientAgency",
                TREATMENT,
                "texts",
                outline.<Map<String, String>>map(text -> Map.of("treatment-issue-outline", text))
                        .orElse(Map.of()),
                "documents",
                documents,
                "sharing",
                consentOf(family, 0));
    }

    /** What goes with a referral to which that member of the family agrees. */
    public static Map<String, Object> consentOf(Answer family, int member) {
        return Map.of(
                "reason",
                "Help for the whole family.",
                "consents",
                List.of(Map.of(
                        "personId", family.text("/members/" + member + "/id"),
                        "answer", "GIVEN",
                        "how", "Asked face to face, with the leaflet; agrees to sharing for this.")));
    }

    /** A complete referral, sent. */
    public Answer refer(Story story) {
        var family = story.expect(registerFamily(socialWorker), 201, "registering the family");
        var paperwork = story.expect(uploadPaperwork(socialWorker), 201, "uploading the paperwork");
        return story.expect(
                socialWorker.create(
                        "/api/referrals",
                        intoTreatment(
                                family,
                                Optional.of(paperwork.text("/id")),
                                Optional.of("Alcohol every day since the spring; wants help."))),
                201,
                "referring into treatment");
    }

    /** The person's notices about a referral that satisfy the purpose. */
    public static List<JsonNode> notices(Person person, String referralId, String purpose) {
        var found = new ArrayList<JsonNode>();
        person.get("/api/notifications?state=all&about=" + referralId)
                .body()
                .path("items")
                .forEach(notice -> {
                    if (notice.path("purpose").asString().equals(purpose)) {
                        found.add(notice);
                    }
                });
        return found;
    }

    /** The first notice of that purpose, once it has come. */
    static JsonNode awaitNotice(Story story, Person person, String referralId, String purpose) {
        return story.await(
                "a notice '" + purpose + "' for " + person.username(),
                () -> notices(person, referralId, purpose).stream().findFirst());
    }

    /** Whether the person's worklist shows the referral. */
    static boolean worklistShows(Person person, String query, String referralId) {
        String next = "";
        do {
            var page = person.get("/api/worklist?limit=100" + query + (next.isEmpty() ? "" : "&cursor=" + next));
            for (var row : page.body().path("items")) {
                if (row.path("id").asString().equals(referralId)) {
                    return true;
                }
            }
            next = page.text("/next");
        } while (!next.isEmpty());
        return false;
    }
}
