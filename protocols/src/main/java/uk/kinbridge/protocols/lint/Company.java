package uk.kinbridge.protocols.lint;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import uk.kinbridge.protocols.pack.Fact;

/** What else may be so beside a fact: a rule that holds for it alone may stop holding in company. */
final class Company {

    /** As many as a condition may ask about. */
    private static final int MOST_FACTS = 12;

    private Company() {}

    /** That fact with every choice of those that the rules ask about, the fewest first. */
    static Stream<Set<Fact>> of(Fact fact, Collection<Fact> asked) {
        List<Fact> facts = asked.stream().distinct().limit(MOST_FACTS).toList();
        return IntStream.range(0, 1 << facts.size())
                .boxed()
                .sorted(Comparator.comparingInt(Integer::bitCount))
                .map(choice -> with(fact, facts, choice));
    }

    private static Set<Fact> with(Fact fact, List<Fact> facts, int choice) {
        Set<Fact> all = EnumSet.of(fact);
        IntStream.range(0, facts.size())
                .filter(i -> (choice & 1 << i) != 0)
                .mapToObj(facts::get)
                .forEach(all::add);
        return all;
    }

    /** For a sentence that begins with "when". */
    static String spoken(Set<Fact> facts) {
        return facts.stream().map(Fact::spoken).collect(Collectors.joining(" and "));
    }
}
