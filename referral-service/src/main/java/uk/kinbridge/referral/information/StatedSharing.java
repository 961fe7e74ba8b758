package uk.kinbridge.referral.information;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.protocols.pack.Fact;
import uk.kinbridge.protocols.pack.SharingRule.Objection;
import uk.kinbridge.protocols.sharing.AdultConcern;
import uk.kinbridge.protocols.sharing.ChildConcern;
import uk.kinbridge.protocols.sharing.Consent;
import uk.kinbridge.protocols.sharing.Purpose;
import uk.kinbridge.referral.family.Person;

/**
 * A {@link SharingStatement} as it arrives with a question or a referral: anything may be missing or wrong.
 *
 * @param facts what is so in the case, in the words of the packs
 * @param consents what people answered, or why they were not asked
 */
public record StatedSharing(
        @Nullable Purpose purpose,
        @Nullable ChildConcern childConcern,
        @Nullable AdultConcern adultConcern,
        @Nullable Boolean immediateDanger,
        @Nullable Boolean askingRaisesRisk,
        @Nullable Boolean wouldHarmChild,
        @Nullable List<String> facts,
        @Nullable List<Answer> consents,
        @Nullable Talk discussion,
        @Nullable String discussionId,
        @Nullable List<Objection> objections,
        @Nullable String reason,
        @Nullable String reasonWithoutConsent) {

    /** Nothing is stated: what is on record has to do. */
    public static final StatedSharing NOTHING =
            new StatedSharing(null, null, null, null, null, null, null, null, null, null, null, null, null);

    private static final int LONGEST = 4000;

    /** What one person answered; {@code because} only where they were not asked. */
    public record Answer(
            @Nullable String personId,
            Consent.@Nullable Answer answer,
            Consent.@Nullable NotSought because,
            Consent.@Nullable GivenBy givenBy,
            @Nullable String how) {}

    /** The discussion with the family, or, where it was not held, the reason against it. */
    public record Talk(@Nullable Boolean held, @Nullable String words) {}

    /** With those facts too. */
    public StatedSharing with(List<String> moreFacts) {
        var all = new java.util.LinkedHashSet<>(factWords());
        all.addAll(moreFacts);
        return new StatedSharing(
                purpose,
                childConcern,
                adultConcern,
                immediateDanger,
                askingRaisesRisk,
                wouldHarmChild,
                List.copyOf(all),
                consents,
                discussion,
                discussionId,
                objections,
                reason,
                reasonWithoutConsent);
    }

    /** With that reason where none was given. */
    public StatedSharing because(String otherwise) {
        return blankToNull(reason) != null
                ? this
                : new StatedSharing(
                        purpose,
                        childConcern,
                        adultConcern,
                        immediateDanger,
                        askingRaisesRisk,
                        wouldHarmChild,
                        facts,
                        consents,
                        discussion,
                        discussionId,
                        objections,
                        otherwise,
                        reasonWithoutConsent);
    }

    /** The same with other answers. */
    public StatedSharing withConsents(List<Answer> answers) {
        return new StatedSharing(
                purpose,
                childConcern,
                adultConcern,
                immediateDanger,
                askingRaisesRisk,
                wouldHarmChild,
                facts,
                answers,
                discussion,
                discussionId,
                objections,
                reason,
                reasonWithoutConsent);
    }

    /** What is wrong, by field; empty when it can be used. */
    public Map<String, String> faults(List<Person> members) {
        var faults = new TreeMap<String, String>();
        for (int i = 0; i < factWords().size(); i++) {
            if (fact(factWords().get(i)).isEmpty()) {
                faults.put("sharing.facts[" + i + "]", "The protocols know no such fact.");
            }
        }
        for (int i = 0; i < answers().size(); i++) {
            faultsOf("sharing.consents[" + i + "]", answers().get(i), members, faults);
        }
        if (discussion != null && discussion.held() == null) {
            faults.put("sharing.discussion.held", "Was it held?");
        }
        if (discussion != null && missing(discussion.words())) {
            faults.put("sharing.discussion.words", "Say what was discussed, or why it was not.");
        }
        if ((reason != null && reason.length() > LONGEST)
                || (reasonWithoutConsent != null && reasonWithoutConsent.length() > LONGEST)) {
            faults.put("sharing.reason", "A reason has at most " + LONGEST + " characters.");
        }
        return faults;
    }

    private static void faultsOf(String field, Answer answer, List<Person> members, Map<String, String> faults) {
        if (members.stream().noneMatch(member -> member.id().equals(answer.personId()))) {
            faults.put(field + ".personId", "The family has no such member.");
        }
        if (answer.answer() == null) {
            faults.put(field + ".answer", "Was it given, refused, not sought, or can it not be given?");
        }
        if (answer.answer() == Consent.Answer.NOT_SOUGHT && answer.because() == null) {
            faults.put(field + ".because", "Say why they were not asked.");
        }
        if (missing(answer.how())) {
            faults.put(field + ".how", "Say how they were asked, or more about why not.");
        }
    }

    private static boolean missing(@Nullable String text) {
        return text == null || text.isBlank() || text.length() > LONGEST;
    }

    /** For what has no faults. */
    public SharingStatement toStatement() {
        var so = new HashSet<Fact>();
        factWords().forEach(word -> fact(word).ifPresent(so::add));
        return new SharingStatement(
                purpose,
                childConcern,
                adultConcern,
                Boolean.TRUE.equals(immediateDanger),
                Boolean.TRUE.equals(askingRaisesRisk),
                Boolean.TRUE.equals(wouldHarmChild),
                so,
                answers().stream().map(StatedSharing::answered).toList(),
                discussion == null
                        ? null
                        : new SharingStatement.Talk(Boolean.TRUE.equals(discussion.held()), text(discussion.words())),
                discussionId,
                objections == null ? Set.of() : Set.copyOf(objections),
                blankToNull(reason),
                blankToNull(reasonWithoutConsent));
    }

    private static SharingStatement.Answered answered(Answer answer) {
        var said = answer.answer() == null ? Consent.Answer.NOT_SOUGHT : answer.answer();
        return new SharingStatement.Answered(
                text(answer.personId()),
                new Consent(
                        said,
                        said == Consent.Answer.NOT_SOUGHT ? answer.because() : null,
                        answer.givenBy() == null ? Consent.GivenBy.SELF : answer.givenBy()),
                text(answer.how()));
    }

    private List<String> factWords() {
        return facts == null ? List.of() : facts;
    }

    private List<Answer> answers() {
        return consents == null ? List.of() : consents;
    }

    private static Optional<Fact> fact(String word) {
        return Arrays.stream(Fact.values())
                .filter(fact -> fact.word().equals(word))
                .findFirst();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
