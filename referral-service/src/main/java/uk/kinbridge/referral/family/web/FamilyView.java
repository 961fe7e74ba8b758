package uk.kinbridge.referral.family.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.platform.web.link.Links;
import uk.kinbridge.referral.family.FactKind;
import uk.kinbridge.referral.family.Family;
import uk.kinbridge.referral.family.Hint;
import uk.kinbridge.referral.family.Involvement;
import uk.kinbridge.referral.family.Member;
import uk.kinbridge.referral.family.Merge;
import uk.kinbridge.referral.family.OpenQuestion;
import uk.kinbridge.referral.family.Person;
import uk.kinbridge.referral.family.Protection;
import uk.kinbridge.referral.family.Questions;
import uk.kinbridge.referral.family.Relationship;
import uk.kinbridge.referral.family.Said;
import uk.kinbridge.referral.family.Stale;

/**
 * A family record as one caller sees it.
 *
 * @param asked what the protocols ask about it
 * @param possibleMatches only in the answer to a registration
 * @param withheld what was left out because of who is present: member id to fields
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FamilyView(
        String id,
        String reference,
        @Nullable String agency,
        Instant registeredAt,
        List<MemberView> members,
        Family.Children children,
        @Nullable String address,
        Map<String, Said> facts,
        List<Relationship> relationships,
        List<Involvement> agencies,
        List<Protection> protections,
        List<Merge> merges,
        @Nullable String mergedInto,
        @Nullable Asked asked,
        @Nullable List<Object> possibleMatches,
        @Nullable Map<String, ?> withheld,
        Links _links) {

    /** What is open, what is stale, which rules apply and why, and what to be curious about. */
    record Asked(
            List<OpenQuestion> open,
            List<Stale> stale,
            @Nullable Instant checkDueAt,
            List<Questions.Applying> applying,
            List<Questions.Curiosity> curiosity) {
        static Asked of(Questions questions) {
            return new Asked(
                    questions.open(),
                    questions.stale(),
                    questions.checkDueAt(),
                    questions.applying(),
                    questions.curiosity());
        }
    }

    /** A member with what is known, and since when, and by whom. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MemberView(
            String id,
            Person.Kind kind,
            String givenName,
            String familyName,
            @Nullable LocalDate bornOn,
            @Nullable LocalDate expectedOn,
            List<Member.Name> alsoKnownAs,
            @Nullable String nhsNumber,
            Map<String, Said> facts) {
        static MemberView of(Member m) {
            var p = m.person();
            return new MemberView(
                    p.id(),
                    p.kind(),
                    p.givenName(),
                    p.familyName(),
                    p.bornOn(),
                    p.expectedOn(),
                    m.alsoKnownAs(),
                    m.nhsNumber(),
                    words(m.facts()));
        }
    }

    /** A possible match on a record that the caller may see. */
    record OnYourRecord(String kind, String reference, String strength, List<String> because, Links _links) {}

    /** A possible match elsewhere, and whom to ask. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Elsewhere(String kind, @Nullable String agency, String ask, String words) {}

    static Object hint(Hint hint) {
        return switch (hint) {
            case Hint.OnYourRecord h ->
                new OnYourRecord(
                        "on-your-record",
                        h.reference(),
                        h.strength().toLowerCase(java.util.Locale.ROOT),
                        h.because(),
                        Links.self("/api/families/" + h.familyId()));
            case Hint.AskAgency(String agency, String role) ->
                new Elsewhere("ask-agency", agency, role, "This agency may know the family. Ask its " + role + ".");
            case Hint.AskYourLead(String role) ->
                new Elsewhere(
                        "ask-your-lead",
                        null,
                        role,
                        "Another agency may know the family. The " + role + " of your own agency can learn which.");
        };
    }

    private static Map<String, Said> words(Map<FactKind, Said> facts) {
        var byWord = new TreeMap<String, Said>();
        facts.forEach((kind, said) -> byWord.put(kind.word(), said));
        return byWord;
    }

    /** The agency that keeps it, unless even that must not be known to this reader. */
    static @Nullable String keeper(Family f) {
        return f.agencies().stream().anyMatch(i -> i.agency().equals(f.agency())) ? f.agency() : null;
    }

    static FamilyView of(
            Family f,
            @Nullable Asked asked,
            @Nullable List<Object> matches,
            @Nullable Map<String, ?> withheld,
            boolean mayChange) {
        var self = "/api/families/" + f.id();
        var links = Links.self(self)
                .and("cases", "/api/referrals?family=" + f.id())
                .and("history", self + "/history")
                .and("accessLog", self + "/access-log")
                .when(true, "refer", "POST", "/api/referrals")
                .when(mayChange, "addMember", "POST", self + "/members")
                .when(mayChange, "relate", "PUT", self + "/relationships")
                .when(mayChange, "check", "POST", self + "/checks")
                .when(mayChange, "involve", "POST", self + "/agencies")
                .when(mayChange, "protect", "POST", self + "/protections");
        return new FamilyView(
                f.id(),
                f.reference(),
                keeper(f),
                f.registeredAt(),
                f.people().stream().map(MemberView::of).toList(),
                f.children(),
                f.address(),
                words(f.facts()),
                f.relationships(),
                f.agencies(),
                f.protections(),
                f.merges(),
                f.mergedInto(),
                asked,
                matches,
                withheld,
                f.mergedInto() == null ? links : links.and("mergedInto", "/api/families/" + f.mergedInto()));
    }
}
