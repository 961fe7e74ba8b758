package uk.kinbridge.protocols.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import uk.kinbridge.protocols.pack.Fact;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.pack.Packs;
import uk.kinbridge.protocols.pack.SharingRule.Objection;
import uk.kinbridge.protocols.sharing.PersonConcerned.Part;

/** What holds of every decision under every pack, whatever is so: SAL-02, JWP-07, HAC-16, DOR-01, ENG-09, ENG-11. */
class SharingPropertiesTest {

    private static final List<Pack> PACKS = List.copyOf(Packs.shipped().all());
    private static final List<Fact> MORE = List.of(
            Fact.OPEN_TO_TREATMENT,
            Fact.CHILD_CARED_FOR,
            Fact.KNOWN_TO_CHILDRENS_SOCIAL_CARE,
            Fact.UNBORN_CHILD_CONCERN,
            Fact.DOMESTIC_ABUSE);

    @Property(tries = 4000, edgeCases = EdgeCasesMode.NONE)
    void more_harm_to_a_child_never_shares_less(
            @ForAll("questions") SharingQuestion question, @ForAll("packs") Pack pack, @ForAll("laws") Law law) {
        var less = question;
        for (var concern : ChildConcern.values()) {
            var more = with(question, concern, question.adultConcern(), question.immediateDanger());
            if (concern.compareTo(less.childConcern()) > 0) {
                assertSharesNoLess(less, more, pack, law);
            }
            less = more;
        }
    }

    @Property(tries = 4000, edgeCases = EdgeCasesMode.NONE)
    void more_harm_to_an_adult_never_shares_less(
            @ForAll("questions") SharingQuestion question, @ForAll("packs") Pack pack, @ForAll("laws") Law law) {
        var less = with(question, question.childConcern(), AdultConcern.NONE, question.immediateDanger());
        var more = with(question, question.childConcern(), AdultConcern.UNMET_NEEDS, question.immediateDanger());
        var most = with(question, question.childConcern(), AdultConcern.AT_RISK, question.immediateDanger());

        assertSharesNoLess(less, more, pack, law);
        assertSharesNoLess(more, most, pack, law);
    }

    @Property(tries = 4000, edgeCases = EdgeCasesMode.NONE)
    void immediate_danger_never_shares_less(
            @ForAll("questions") SharingQuestion question, @ForAll("packs") Pack pack, @ForAll("laws") Law law) {
        assertSharesNoLess(
                with(question, question.childConcern(), question.adultConcern(), false),
                with(question, question.childConcern(), question.adultConcern(), true),
                pack,
                law);
    }

    @Property(tries = 4000, edgeCases = EdgeCasesMode.NONE)
    void a_refusal_never_blocks_protection(
            @ForAll("questions") SharingQuestion question, @ForAll("packs") Pack pack, @ForAll("laws") Law law) {
        var refused = everybodyRefuses(
                with(question, ChildConcern.SIGNIFICANT_HARM, question.adultConcern(), question.immediateDanger()));

        var decision = DecideOnSharing.of(refused, pack, law);

        assertThat(decision).isNotInstanceOf(SharingDecision.DoNotShare.class);
        if (refused.subjects().stream().noneMatch(p -> p.standing() == PersonConcerned.Standing.NOT_ASKED)) {
            assertThat(decision).isInstanceOf(SharingDecision.ShareRequired.class);
        }
    }

    @Property(tries = 4000, edgeCases = EdgeCasesMode.NONE)
    void at_significant_harm_the_only_other_answer_is_to_ask_and_then_share(
            @ForAll("questions") SharingQuestion question, @ForAll("packs") Pack pack, @ForAll("laws") Law law) {
        var harm = with(question, ChildConcern.SIGNIFICANT_HARM, question.adultConcern(), question.immediateDanger());

        var decision = DecideOnSharing.of(harm, pack, law);

        assertThat(decision).isInstanceOfAny(SharingDecision.ShareRequired.class, SharingDecision.AskFirst.class);
        assertThat(DecideOnSharing.of(told(harm), pack, law)).isInstanceOf(SharingDecision.ShareRequired.class);
    }

    @Property(tries = 4000, edgeCases = EdgeCasesMode.NONE)
    void whereabouts_never_reach_somebody_a_person_is_protected_from(
            @ForAll("questions") SharingQuestion question, @ForAll("packs") Pack pack, @ForAll("laws") Law law) {
        var decision = DecideOnSharing.of(question, pack, law);

        boolean someoneHides = question.people().stream()
                .anyMatch(p -> p.protectedFrom().stream().anyMatch(question.readers()::contains));
        for (var person : question.people()) {
            if (someoneHides && !question.readers().contains(person.id())) {
                assertThat(decision.grounds().of(person.id())).doesNotContain(FieldGroup.WHEREABOUTS);
            }
        }
    }

    @Property(tries = 4000, edgeCases = EdgeCasesMode.NONE)
    void every_decision_cites_an_obligation_and_needs_a_record_and_explains_itself(
            @ForAll("questions") SharingQuestion question, @ForAll("packs") Pack pack, @ForAll("laws") Law law) {
        var decision = DecideOnSharing.of(question, pack, law);

        assertThat(decision.grounds().obligations()).isNotEmpty().doesNotHaveDuplicates();
        assertThat(decision.grounds().record()).isNotEmpty().doesNotHaveDuplicates();
        assertThat(decision.grounds().words()).isNotEmpty();
        assertThat(decision.grounds().lets().isEmpty()).isNotEqualTo(decision.shares());
    }

    @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
    void the_therapeutic_relationship_changes_nothing(
            @ForAll("questions") SharingQuestion question, @ForAll("packs") Pack pack, @ForAll("laws") Law law) {
        var without = DecideOnSharing.of(saying(question, Set.of()), pack, law);
        var with = DecideOnSharing.of(saying(question, Set.of(Objection.THERAPEUTIC_RELATIONSHIP)), pack, law);

        assertThat(with.kind()).isEqualTo(without.kind());
        assertThat(with.grounds().lets()).isEqualTo(without.grounds().lets());
        assertThat(with.grounds().overruled()).contains(Objection.THERAPEUTIC_RELATIONSHIP);
    }

    private static void assertSharesNoLess(SharingQuestion less, SharingQuestion more, Pack pack, Law law) {
        var before = DecideOnSharing.of(less, pack, law);
        var after = DecideOnSharing.of(more, pack, law);
        assertThat(rank(after)).as("%s then %s", before, after).isGreaterThanOrEqualTo(rank(before));
        for (var person : less.people()) {
            assertThat(after.grounds().of(person.id()))
                    .as("%s of %s then %s", person.id(), before, after)
                    .containsAll(before.grounds().of(person.id()));
        }
    }

    private static int rank(SharingDecision decision) {
        return switch (decision) {
            case SharingDecision.DoNotShare _ -> 0;
            case SharingDecision.AskFirst _ -> 1;
            case SharingDecision.ShareWithConsent _, SharingDecision.ShareWithoutConsent _ -> 2;
            case SharingDecision.ShareRequired _ -> 3;
        };
    }

    @Provide
    Arbitrary<Pack> packs() {
        return Arbitraries.of(PACKS);
    }

    @Provide
    Arbitrary<Law> laws() {
        return Arbitraries.of(Law.WITHOUT_DUTY, Asked.DUTY, new Law(LocalDate.of(2031, 1, 1)));
    }

    @Provide
    Arbitrary<SharingQuestion> questions() {
        var levels = Combinators.combine(
                        Arbitraries.of(Purpose.class),
                        Arbitraries.of(ChildConcern.class),
                        Arbitraries.of(AdultConcern.class))
                .as((purpose, child, adult) -> new Object[] {purpose, child, adult});
        var flags = Arbitraries.of(true, false).list().ofSize(6);
        var people = Combinators.combine(person("robin", true), person("wren", false), person("kit", false))
                .as((a, b, c) -> List.of(a, b, c));
        var readers = Arbitraries.of("robin", "wren", "kit", "somebody").set().ofMaxSize(2);
        var objections = Arbitraries.of(Objection.class).set().ofMaxSize(3);
        var facts = Arbitraries.of(MORE).set().ofMaxSize(5);
        return Combinators.combine(levels, flags, people, readers, objections, facts)
                .as((level, flag, persons, reading, against, more) -> new SharingQuestion(
                        (Purpose) level[0],
                        (ChildConcern) level[1],
                        (AdultConcern) level[2],
                        flag.get(0),
                        persons,
                        flag.get(1),
                        flag.get(2),
                        flag.get(3),
                        flag.get(4),
                        flag.get(5),
                        reading,
                        against,
                        more.isEmpty() ? Set.of() : EnumSet.copyOf(more),
                        Asked.MONDAY));
    }

    private static Arbitrary<PersonConcerned> person(String id, boolean subject) {
        var consents = Arbitraries.of(
                Consent.given(),
                Consent.given().byParent(),
                Consent.refused(),
                Consent.refused().byParent(),
                Consent.NOT_YET,
                Consent.notSought(Consent.NotSought.WOULD_RAISE_RISK),
                Consent.notSought(Consent.NotSought.TOO_URGENT),
                Consent.notSought(Consent.NotSought.CANNOT_BE_REACHED),
                Consent.cannotBeGiven());
        return Combinators.combine(
                        Arbitraries.of(Part.class),
                        Arbitraries.integers().between(0, 90).injectNull(0.1),
                        consents,
                        Arbitraries.of(Competence.class),
                        Arbitraries.of(BestInterests.class),
                        Arbitraries.of("robin", "wren", "kit", "somebody").set().ofMaxSize(1))
                .as((part, age, consent, competence, interests, hidden) ->
                        new PersonConcerned(id, part, subject, age, consent, competence, interests, hidden));
    }

    private static SharingQuestion with(
            SharingQuestion q, ChildConcern child, AdultConcern adult, boolean immediateDanger) {
        return new SharingQuestion(
                q.purpose(),
                child,
                adult,
                immediateDanger,
                q.people(),
                q.askingRaisesRisk(),
                q.familyTold(),
                q.sameAgency(),
                q.wouldHarmChild(),
                q.reasonWithoutConsent(),
                q.readers(),
                q.objections(),
                q.more(),
                q.on());
    }

    private static SharingQuestion told(SharingQuestion q) {
        return new SharingQuestion(
                q.purpose(),
                q.childConcern(),
                q.adultConcern(),
                q.immediateDanger(),
                q.people(),
                q.askingRaisesRisk(),
                true,
                q.sameAgency(),
                q.wouldHarmChild(),
                q.reasonWithoutConsent(),
                q.readers(),
                q.objections(),
                q.more(),
                q.on());
    }

    private static SharingQuestion saying(SharingQuestion q, Set<Objection> objections) {
        return new SharingQuestion(
                q.purpose(),
                q.childConcern(),
                q.adultConcern(),
                q.immediateDanger(),
                q.people(),
                q.askingRaisesRisk(),
                q.familyTold(),
                q.sameAgency(),
                q.wouldHarmChild(),
                q.reasonWithoutConsent(),
                q.readers(),
                objections,
                q.more(),
                q.on());
    }

    private static SharingQuestion everybodyRefuses(SharingQuestion q) {
        return new SharingQuestion(
                q.purpose(),
                q.childConcern(),
                q.adultConcern(),
                q.immediateDanger(),
                q.people().stream()
                        .map(p -> new PersonConcerned(
                                p.id(),
                                p.part(),
                                p.subject(),
                                p.age(),
                                Consent.refused(),
                                p.competence(),
                                p.bestInterests(),
                                p.protectedFrom()))
                        .toList(),
                q.askingRaisesRisk(),
                q.familyTold(),
                q.sameAgency(),
                q.wouldHarmChild(),
                q.reasonWithoutConsent(),
                q.readers(),
                q.objections(),
                q.more(),
                q.on());
    }
}
