package uk.kinbridge.referral.information;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.protocols.pack.Fact;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.sharing.AdultConcern;
import uk.kinbridge.protocols.sharing.ChildConcern;
import uk.kinbridge.protocols.sharing.Purpose;
import uk.kinbridge.referral.family.Person;
import uk.kinbridge.referral.information.KeptDecision.Occasion;

/**
 * Whatever goes to another agency after a referral was sent passes the decision once more, with what is on record by
 * then: a consent that was taken back counts from that moment, and a danger that has come to light does too.
 */
public class DecideAgain {

    /**
     * What goes.
     *
     * @param first the decision under which the case was referred; what was known then still counts
     * @param from the agency that tells
     * @param to the agency that is told
     * @param samePurpose it is told for what it was referred for; another recipient is told for what it is there for
     * @param situation what is so in the case by now
     * @param people the person referred first, then those who come along, as the agency that tells knows them
     */
    public record Telling(
            KeptDecision first,
            Pack pack,
            String from,
            String to,
            boolean samePurpose,
            Set<Fact> situation,
            List<Person> people,
            @Nullable String address,
            StatedSharing stated,
            Occasion occasion) {}

    private final FamilyFacts families;
    private final Decide decide;
    private final SharingDecisions decisions;

    public DecideAgain(FamilyFacts families, Decide decide, SharingDecisions decisions) {
        this.families = families;
        this.decide = decide;
        this.decisions = decisions;
    }

    /** The decision of that id. */
    public java.util.Optional<KeptDecision> find(String id) {
        return decisions.find(id);
    }

    /**
     * Decides and keeps the decision, for sharing and for not sharing; one that asks first is no decision yet, unless
     * something is done under it.
     *
     * @param id the same when the request is repeated
     */
    public KeptDecision decide(String id, Telling telling, Caller caller, Instant now) {
        return decisions.find(id).orElseGet(() -> {
            var decision =
                    decide.decide(id, matter(telling), Worker.of(caller), now).on(telling.occasion());
            if (decision.askFirst().isEmpty()) {
                decisions.keep(Change.silent(decision), now);
            }
            return decision;
        });
    }

    /** What is done all the same is done under this decision, so it is on record, though it asks somebody first (ENG-11). */
    public void keep(KeptDecision decision, Instant now) {
        decisions.keep(Change.silent(decision), now);
    }

    private Matter matter(Telling telling) {
        var first = telling.first();
        var ids = telling.people().stream().map(Person::id).toList();
        return new Matter(
                new KnownFamily(
                        first.family(),
                        first.familyReference(),
                        first.agency(),
                        telling.people(),
                        telling.address(),
                        families.behind(first.family())
                                .map(KnownFamily::protectedFrom)
                                .orElse(Map.of())),
                telling.pack(),
                telling.from(),
                telling.to(),
                ids.subList(0, 1),
                ids.subList(1, ids.size()),
                telling.from().equals(telling.to()),
                statement(telling));
    }

    private static SharingStatement statement(Telling telling) {
        var before = telling.first().inputs();
        var said = telling.stated().toStatement();
        var facts = EnumSet.noneOf(Fact.class);
        facts.addAll(telling.situation());
        facts.addAll(said.facts());
        var purpose = said.purpose() == null && telling.samePurpose()
                ? telling.first().purpose()
                : said.purpose();
        return new SharingStatement(
                purpose,
                worst(said, facts, before),
                worstForAnAdult(said, facts, before),
                said.immediateDanger() || before.immediateDanger(),
                said.askingRaisesRisk() || before.askingRaisesRisk(),
                said.wouldHarmChild() || before.wouldHarmChild(),
                facts,
                said.answers(),
                talk(said, telling.first()),
                said.discussionId(),
                said.objections(),
                said.reason() == null ? telling.occasion().words() : said.reason(),
                said.reasonWithoutConsent() == null ? reasonBefore(telling, purpose) : said.reasonWithoutConsent());
    }

    /** A reason to share without consent was given for one recipient and one purpose. */
    private static @Nullable String reasonBefore(Telling telling, @Nullable Purpose purpose) {
        return telling.samePurpose() && purpose == telling.first().purpose()
                ? telling.first().inputs().reasonWithoutConsent()
                : null;
    }

    /** That the family was told before it was referred; what was said then stays with those who said it. */
    private static SharingStatement.@Nullable Talk talk(SharingStatement said, KeptDecision first) {
        return said.talk() == null && first.inputs().familyTold()
                ? new SharingStatement.Talk(true, "As recorded with " + first.reference())
                : said.talk();
    }

    private static ChildConcern worst(SharingStatement said, Set<Fact> facts, KeptDecision.Inputs before) {
        var stated = said.with(facts).childConcernOrFacts();
        var known = ChildConcern.valueOf(constant(before.childConcern()));
        return stated.compareTo(known) > 0 ? stated : known;
    }

    private static AdultConcern worstForAnAdult(SharingStatement said, Set<Fact> facts, KeptDecision.Inputs before) {
        var stated = said.with(facts).adultConcernOrFacts();
        var known = AdultConcern.valueOf(constant(before.adultConcern()));
        return stated.compareTo(known) > 0 ? stated : known;
    }

    private static String constant(String kebab) {
        return kebab.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
