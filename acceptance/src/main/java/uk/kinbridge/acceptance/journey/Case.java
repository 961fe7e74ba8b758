package uk.kinbridge.acceptance.journey;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import uk.kinbridge.acceptance.suite.Answer;
import uk.kinbridge.acceptance.suite.Person;

/** A family and its referrals on one protocol, as a journey plays them. */
final class Case {

    private final Story story;
    private final String protocol;
    private final Person referrer;
    private final Answer family;

    /** A parent with a child, put on record by the person who will refer. */
    Case(Story story, String protocol, Person referrer) {
        this.story = story;
        this.protocol = protocol;
        this.referrer = referrer;
        this.family = story.expect(
                referrer.create(
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
                                "12 Made-up Road")),
                201,
                "registering the family");
    }

    /** The id of the family's record. */
    String familyId() {
        return family.text("/id");
    }

    /** The parent who may be referred. */
    String parentId() {
        return family.text("/members/0/id");
    }

    /** When the family was put on record, in the suite's time: nothing in this case lies before it. */
    String openedAt() {
        return family.text("/registeredAt");
    }

    /** The child of the family. */
    String childId() {
        return family.text("/members/1/id");
    }

    /** What is sent to open a referral; more of it comes in {@code said}. */
    Map<String, Object> referral(String pathway, String toAgency, boolean aboutTheChild, Map<String, ?> said) {
        var body = new HashMap<String, Object>(Map.of(
                "protocol",
                protocol,
                "pathway",
                pathway,
                "familyId",
                family.text("/id"),
                "subjectId",
                family.text(aboutTheChild ? "/members/1/id" : "/members/0/id"),
                "recipientAgency",
                toAgency,
                "sharing",
                aboutTheChild ? protectionOfTheChild() : Hackney.consentOf(family, 0)));
        body.putAll(said);
        return body;
    }

    /** The family has been talked to; a child at risk of significant harm is referred whatever they answered. */
    private static Map<String, Object> protectionOfTheChild() {
        return Map.of(
                "childConcern",
                "SIGNIFICANT_HARM",
                "reason",
                "A child may come to significant harm.",
                "discussion",
                Map.of("held", true, "words", "What is shared, with whom and why."));
    }

    /** A referral that the protocol accepts. */
    Answer refer(Map<String, Object> body) {
        var referral = story.expect(referrer.create("/api/referrals", body), 201, "referring");
        story.tell("referral %s: %s".formatted(referral.text("/reference"), referral.text("/stateWords")));
        story.clocks(referral);
        return referral;
    }

    /** A referral that the protocol does not accept, under that obligation. */
    void refused(Map<String, Object> body, String obligation) {
        var refusal = story.expect(referrer.create("/api/referrals", body), 422, "what the protocol refuses");
        story.must(refusal.text("/obligation").equals(obligation), "the refusal cites " + obligation);
        story.tell("refused: " + refusal.text("/detail"));
        story.clause(obligation, "nothing was sent");
    }

    /** Somebody outside the case is told about the parent, on a way of the protocol that is no referral. */
    Answer alert(String route, String fact, String withWhom, String words, Map<String, ?> sharing) {
        return story.expect(
                referrer.create(
                        "/api/families/" + familyId() + "/contacts",
                        Map.of(
                                "protocol", protocol,
                                "route", route,
                                "situation", List.of(fact),
                                "withWhom", withWhom,
                                "words", words,
                                "about", List.of(parentId()),
                                "sharing", sharing)),
                201,
                "telling " + withWhom);
    }

    /** Somebody acts on it, and it stands in that state afterwards. */
    Answer act(Person who, String referralId, String act, Map<String, ?> said, String state) {
        var seen = story.expect(who.get("/api/referrals/" + referralId), 200, "reading the referral");
        var now = story.expect(
                who.change("/api/referrals/" + referralId + "/" + act, seen.etag(), said), 200, act.replace('-', ' '));
        story.must(now.text("/state").equals(state), "it stands in '" + state + "'");
        story.tell("the referral stands at: " + now.text("/stateWords"));
        return now;
    }

    /** Somebody is told, in a notice about it. */
    void told(Person who, String referralId, String purpose) {
        var notice = Hackney.awaitNotice(story, who, referralId, purpose);
        story.tell("%s is told: %s".formatted(name(who), notice.path("words").asString()));
    }

    /** To that person it does not exist. */
    void unseenBy(Person who, String referralId) {
        story.expect(who.get("/api/referrals/" + referralId), 404, "hidden from " + name(who));
        story.tell(name(who) + " does not learn that it exists");
    }

    /** A small document, uploaded by the one who refers. */
    Map<String, String> document(String item) {
        var uploaded = story.expect(
                referrer.upload(
                        "/api/documents", "form.txt", "text/plain", "The form.".getBytes(StandardCharsets.UTF_8)),
                201,
                "uploading a document");
        return Map.of("item", item, "documentId", uploaded.text("/id"));
    }

    /** What is said with an act. */
    static Map<String, String> saying(String words) {
        return Map.of("words", words);
    }

    /** The name that a user name is made of. */
    static String name(Person who) {
        var words = new StringBuilder();
        for (var part : who.username().split("\\.", -1)) {
            words.append(words.isEmpty() ? "" : " ")
                    .append(part.substring(0, 1).toUpperCase(Locale.UK))
                    .append(part.substring(1));
        }
        return words.toString();
    }
}
