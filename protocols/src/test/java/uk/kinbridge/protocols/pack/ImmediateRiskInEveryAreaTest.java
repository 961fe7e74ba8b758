package uk.kinbridge.protocols.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** ENG-07, ENG-08: immediate risk is the same in every area, whatever its own ladder says of it. */
class ImmediateRiskInEveryAreaTest {

    @TestFactory
    Stream<DynamicTest> a_child_home_alone_is_one_for_the_police_and_for_the_same_day() {
        return everyArea(urgency -> assertThat(isSameDayAndForThePolice(urgency, Fact.CHILD_HOME_ALONE))
                .isTrue());
    }

    @TestFactory
    Stream<DynamicTest> immediate_danger_is_one_for_the_police_and_for_the_same_day() {
        return everyArea(urgency -> assertThat(isSameDayAndForThePolice(urgency, Fact.IMMEDIATE_DANGER))
                .isTrue());
    }

    @TestFactory
    Stream<DynamicTest> a_risk_of_significant_harm_is_one_for_the_same_day() {
        return everyArea(urgency -> assertThat(urgency.sameDay().holds(Set.of(Fact.CHILD_AT_RISK_OF_SIGNIFICANT_HARM)))
                .isTrue());
    }

    @TestFactory
    Stream<DynamicTest> a_lower_concern_takes_the_rungs_one_by_one() {
        var lower = EnumSet.of(Fact.CHILD_WELFARE_CONCERN, Fact.PARENT_WITH_SUPPORT_NEEDS);
        return everyArea(urgency -> assertThat(
                        urgency.sameDay().holds(lower) || urgency.police().holds(lower))
                .isFalse());
    }

    private static boolean isSameDayAndForThePolice(Ladder.Urgency urgency, Fact fact) {
        // What is one for the police is urgent by that alone.
        return urgency.police().holds(Set.of(fact));
    }

    private interface Says {
        void of(Ladder.Urgency urgency);
    }

    private static Stream<DynamicTest> everyArea(Says says) {
        return Packs.shipped().all().stream()
                .filter(pack -> !pack.national())
                .map(pack -> DynamicTest.dynamicTest(
                        pack.pack().value(),
                        () -> says.of(Objects.requireNonNull(
                                Objects.requireNonNull(pack.ladder()).urgency()))));
    }
}
