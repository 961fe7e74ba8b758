package uk.kinbridge.referral.referral;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.kinbridge.protocols.pack.Fact;

/** What is so in a case, as people say it in words of the closed vocabulary of the packs. */
public final class Situation {

    private Situation() {}

    /** The fact of that word. */
    public static Optional<Fact> named(String word) {
        return Arrays.stream(Fact.values())
                .filter(fact -> fact.word().equals(word))
                .findFirst();
    }

    /** The facts of those words; words that a later version has dropped say nothing any more. */
    public static Set<Fact> facts(Collection<String> words) {
        var facts = EnumSet.noneOf(Fact.class);
        words.forEach(word -> named(word).ifPresent(facts::add));
        return facts;
    }

    /** All words that there are. */
    public static List<String> words() {
        return Arrays.stream(Fact.values()).map(Fact::word).toList();
    }

    /** Whether that fact allows no waiting: a child or somebody else may come to harm before anybody acts. */
    public static boolean allowsNoWaiting(Fact fact) {
        return switch (fact) {
            case IMMEDIATE_DANGER,
                    CHILD_HOME_ALONE,
                    CHILD_AT_RISK_OF_SIGNIFICANT_HARM,
                    DELUSION_INVOLVES_CHILD,
                    CHILD_IN_SUICIDE_PLAN -> true;
            default -> false;
        };
    }
}
