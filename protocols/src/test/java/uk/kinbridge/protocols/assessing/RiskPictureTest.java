package uk.kinbridge.protocols.assessing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.kinbridge.protocols.pack.AssessmentRule.Kind;
import uk.kinbridge.protocols.pack.Fact;
import uk.kinbridge.protocols.pack.FactorId;
import uk.kinbridge.protocols.pack.ObligationId;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.pack.Packs;

/** Risk is weighed by the area's model, proposed with its reasons: JWP-10, FAP-01, HAC-12, ENG-18. */
class RiskPictureTest {

    private static final List<Pack> LOCAL =
            Packs.shipped().all().stream().filter(pack -> !pack.national()).toList();

    /** Pack; factors; level; review. */
    @ParameterizedTest(name = "{0}: {1} -> {2}, {3}")
    @CsvSource({
        "family-approach, none,                                            universal,  6 calendar months",
        "family-approach, mental-ill-health,                               universal,  6 calendar months",
        "family-approach, mental-ill-health substance-misuse,              in-need,    42 calendar days",
        "joint-working,   mental-ill-health,                               universal,  6 calendar months",
        "joint-working,   domestic-abuse,                                  early-help, 3 calendar months",
        "joint-working,   domestic-abuse mental-ill-health,                in-need,    42 calendar days",
        "family-approach, domestic-abuse mental-ill-health,                at-risk,    10 working days",
        "hackney,         none,                                            universal,  3 calendar months",
        "hackney,         parental-substance-misuse,                       universal,  3 calendar months",
        "hackney,         parental-substance-misuse infant,                universal-partnership-plus, 2 calendar months",
        "hackney,         parental-substance-misuse infant basic-care,     complex,    28 calendar days",
        "hackney,         significant-harm,                                protection, 10 working days"
    })
    void proposes_what_the_areas_model_says(String pack, String factors, String level, String review) {
        var picture = picture(Filling.pack(pack), factors(factors), Set.of());

        assertThat(picture.level().id()).hasToString(level);
        assertThat(picture.reviewEvery()).hasToString(review);
        assertThat(picture.reasons()).isNotEmpty().allSatisfy(reason -> {
            assertThat(reason.words()).isNotBlank();
            assertThat(reason.obligations()).isNotEmpty();
        });
    }

    @Test
    void says_which_clause_raises_the_risk() {
        var reasons = picture(Filling.pack("family-approach"), factors("domestic-abuse mental-ill-health"), Set.of())
                .reasons();

        assertThat(reasons)
                .flatExtracting(RiskPicture.Reason::obligations)
                .contains(new ObligationId("FAP-01"), new ObligationId("JWP-10"));
    }

    @Test
    void answers_show_factors() {
        var filling = Filling.of("hackney", Kind.PARENTAL_NEEDS)
                .answer("environment", List.of("parent-uses", "equipment"))
                .answer("parenting", List.of("supervision"));

        var picture = RiskPicture.of(filling.pack(), filling.interview()).orElseThrow();

        assertThat(picture.factors())
                .extracting(factor -> factor.id().value())
                .containsExactly("parental-substance-misuse", "supervision", "drugs-within-reach");
        assertThat(picture.level().referral()).isTrue();
    }

    @Property(tries = 3000, edgeCases = EdgeCasesMode.NONE)
    void another_factor_never_lowers_the_risk_nor_lengthens_the_interval(
            @ForAll("found") Tuple2<Pack, Set<FactorId>> found, @ForAll("facts") Set<Fact> facts, @ForAll int which) {
        Pack pack = found.get1();
        var all = pack.riskModel().orElseThrow().factors();
        var more = new HashSet<>(found.get2());
        more.add(all.get(Math.floorMod(which, all.size())).id());

        assertNoLess(pack, picture(pack, found.get2(), facts), picture(pack, more, facts));
    }

    @Property(tries = 3000, edgeCases = EdgeCasesMode.NONE)
    void another_fact_never_lowers_the_risk_nor_lengthens_the_interval(
            @ForAll("found") Tuple2<Pack, Set<FactorId>> found,
            @ForAll("facts") Set<Fact> facts,
            @ForAll Fact another) {
        var more = EnumSet.of(another);
        more.addAll(facts);

        assertNoLess(
                found.get1(), picture(found.get1(), found.get2(), facts), picture(found.get1(), found.get2(), more));
    }

    private static void assertNoLess(Pack pack, RiskPicture before, RiskPicture after) {
        var levels = pack.riskModel().orElseThrow().levels();
        assertThat(levels.indexOf(after.level())).isGreaterThanOrEqualTo(levels.indexOf(before.level()));
        assertThat(Intervals.roughly(after.reviewEvery())).isLessThanOrEqualTo(Intervals.roughly(before.reviewEvery()));
    }

    @Provide
    Arbitrary<Tuple2<Pack, Set<FactorId>>> found() {
        return Arbitraries.of(LOCAL)
                .flatMap(pack -> Arbitraries.of(pack.riskModel().orElseThrow().factors().stream()
                                .map(factor -> factor.id())
                                .toList())
                        .set()
                        .ofMaxSize(8)
                        .map(factors -> Tuple.of(pack, factors)));
    }

    @Provide
    Arbitrary<Set<Fact>> facts() {
        return Arbitraries.of(Fact.class).set().ofMaxSize(6);
    }

    private static RiskPicture picture(Pack pack, Set<FactorId> factors, Set<Fact> facts) {
        return RiskPicture.of(pack, factors, facts).orElseThrow();
    }

    private static Set<FactorId> factors(String words) {
        Set<FactorId> factors = new HashSet<>();
        for (String word : words.split(" ", -1)) {
            if (!word.equals("none")) {
                factors.add(new FactorId(word));
            }
        }
        return factors;
    }
}
