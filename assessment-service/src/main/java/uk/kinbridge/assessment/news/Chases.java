package uk.kinbridge.assessment.news;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.protocols.chasing.ChasePlan;

/** What is done while nobody acknowledges a notice, as {@code contracts/events} has it (HAC-17). */
public final class Chases {

    private Chases() {}

    /**
     * The contract's member; null where nobody is chased.
     *
     * @param spelt how the contract names whoever is told
     */
    public static <T> @Nullable Map<String, Object> payload(
            @Nullable ChasePlan<T> plan, Function<T, Map<String, Object>> spelt) {
        return plan == null
                ? null
                : News.members(
                        "every",
                        plan.every(),
                        "steps",
                        plan.steps().stream().map(step -> step(step, spelt)).toList());
    }

    /** A role in an agency, or one person of it. */
    public static Map<String, Object> to(String agency, String role, @Nullable String person) {
        return News.members("agency", agency, "role", role, "person", person);
    }

    private static <T> Map<String, Object> step(ChasePlan.Step<T> step, Function<T, Map<String, Object>> spelt) {
        var to = step.to();
        return News.members(
                "at",
                step.at(),
                "turn",
                step.turn().name().toLowerCase(Locale.ROOT),
                "to",
                to == null ? null : spelt.apply(to));
    }
}
