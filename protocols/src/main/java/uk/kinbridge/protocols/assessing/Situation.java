package uk.kinbridge.protocols.assessing;

import java.util.List;
import java.util.Set;
import uk.kinbridge.protocols.pack.Fact;
import uk.kinbridge.protocols.pack.FormSection.Each;

/**
 * What is known of a family before anybody answers a question.
 *
 * @param children ids of the children in the family's record, unborn ones left out: nobody can see them alone
 * @param adults ids of the adults
 */
public record Situation(Set<Fact> facts, List<String> children, List<String> adults) {

    public Situation {
        facts = Set.copyOf(facts);
        children = List.copyOf(children);
        adults = List.copyOf(adults);
    }

    public static Situation of(Fact... facts) {
        return new Situation(Set.of(facts), List.of(), List.of());
    }

    List<String> of(Each each) {
        return switch (each) {
            case CHILD -> children;
            case ADULT -> adults;
        };
    }
}
