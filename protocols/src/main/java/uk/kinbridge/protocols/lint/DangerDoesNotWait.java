package uk.kinbridge.protocols.lint;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.protocols.pack.Fact;
import uk.kinbridge.protocols.pack.Ladder;
import uk.kinbridge.protocols.pack.Ladder.Urgency;
import uk.kinbridge.protocols.pack.Pack;

/**
 * What the national ladder says of immediate risk holds under every local one: nobody may be told to climb rung by rung,
 * or not to call the police, where the national rule has them do it at once (ENG-07, ENG-08).
 */
final class DangerDoesNotWait implements Check {

    /** As many as a condition may ask about. */
    private static final int MOST_FACTS = 12;

    @Override
    public void look(Subject subject, Findings findings) {
        if (subject.own().national()) {
            return;
        }
        subject.ancestors()
                .filter(Pack::national)
                .distinct()
                .flatMap(pack -> Stream.ofNullable(urgency(pack)))
                .forEach(national -> compare(national, subject, findings));
    }

    private static void compare(Urgency national, Subject subject, Findings findings) {
        Urgency local = urgency(subject.whole());
        if (local == null) {
            findings.add(part(subject), "The ladder does not say what is done when there is no time for the rungs.");
            return;
        }
        laxer(national, local, DangerDoesNotWait::isSameDay)
                .forEach(when -> findings.add(
                        part(subject),
                        "When %s, all rungs are climbed on the same working day by the national rule; here they would not be."
                                .formatted(when)));
        laxer(national, local, DangerDoesNotWait::isForThePolice)
                .forEach(when -> findings.add(
                        part(subject),
                        "When %s, the police come first by the national rule; here nobody would be told to call them."
                                .formatted(when)));
        if (SampleTimes.canBeLonger(local.within(), national.within(), subject.whole())) {
            findings.add(
                    part(subject),
                    "Where there is no time for the rungs it allows %s; the national limit is %s."
                            .formatted(local.within(), national.within()));
        }
    }

    /** Each fact that is enough for the national rule, with the fewest others in whose company the local one does not hold. */
    private static Stream<String> laxer(Urgency national, Urgency local, BiPredicate<Urgency, Set<Fact>> rule) {
        return Arrays.stream(Fact.values())
                .filter(fact -> rule.test(national, EnumSet.of(fact)))
                .flatMap(fact -> company(local)
                        .map(others -> with(fact, others))
                        .filter(all -> rule.test(national, all) && !rule.test(local, all))
                        .findFirst()
                        .stream())
                .distinct()
                .map(all -> all.stream().map(Fact::spoken).collect(Collectors.joining(" and ")));
    }

    /** What else may be so, as far as the local rule asks about it: nothing at first. */
    private static Stream<Set<Fact>> company(Urgency local) {
        Set<Fact> asked = EnumSet.noneOf(Fact.class);
        asked.addAll(local.sameDay().facts());
        asked.addAll(local.police().facts());
        List<Fact> facts = asked.stream().limit(MOST_FACTS).toList();
        return IntStream.range(0, 1 << facts.size())
                .boxed()
                .sorted(Comparator.comparingInt(Integer::bitCount))
                .map(choice -> IntStream.range(0, facts.size())
                        .filter(i -> (choice & 1 << i) != 0)
                        .mapToObj(facts::get)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Fact.class))));
    }

    private static Set<Fact> with(Fact fact, Set<Fact> others) {
        Set<Fact> all = EnumSet.of(fact);
        all.addAll(others);
        return all;
    }

    /** What is one for the police is always urgent too. */
    private static boolean isSameDay(Urgency urgency, Set<Fact> facts) {
        return urgency.sameDay().holds(facts) || isForThePolice(urgency, facts);
    }

    private static boolean isForThePolice(Urgency urgency, Set<Fact> facts) {
        return urgency.police().holds(facts);
    }

    private static @Nullable Urgency urgency(Pack pack) {
        Ladder ladder = pack.ladder();
        return ladder == null ? null : ladder.urgency();
    }

    private static Object part(Subject subject) {
        Ladder ladder = subject.own().ladder();
        return Optional.<Object>ofNullable(urgency(subject.own()))
                .orElseGet(() -> ladder == null ? subject.own() : ladder);
    }
}
