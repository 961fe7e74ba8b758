package uk.kinbridge.protocols.lint;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
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
                .flatMap(fact -> Company.of(fact, asked(local))
                        .filter(all -> rule.test(national, all) && !rule.test(local, all))
                        .findFirst()
                        .stream())
                .distinct()
                .map(Company::spoken);
    }

    private static Set<Fact> asked(Urgency urgency) {
        Set<Fact> asked = EnumSet.noneOf(Fact.class);
        asked.addAll(urgency.sameDay().facts());
        asked.addAll(urgency.police().facts());
        return asked;
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
