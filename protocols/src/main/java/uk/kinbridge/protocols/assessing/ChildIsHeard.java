package uk.kinbridge.protocols.assessing;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.protocols.assessing.Finding.Stands;
import uk.kinbridge.protocols.pack.Form.About;
import uk.kinbridge.protocols.pack.Option.Meaning;
import uk.kinbridge.protocols.pack.Recorded;

/** No child is assessed unheard: each one's voice, and whether it was seen alone, or why not (JWP-16, SAL-31). */
final class ChildIsHeard implements HardRules.Rule {

    @Override
    public Stream<Finding> look(Look look) {
        if (!look.form().isAbout(About.CHILD)) {
            return Stream.empty();
        }
        return look.children().stream().sorted().flatMap(child -> unheard(child, look));
    }

    private static Stream<Finding> unheard(String child, Look look) {
        return Stream.concat(
                missing(
                        Recorded.CHILDS_VOICE,
                        child,
                        "What this child says, wishes and feels is missing; for a child who does not speak, what was seen.",
                        look),
                Stream.concat(
                        missing(
                                Recorded.CHILD_SEEN_ALONE,
                                child,
                                "It is not said whether this child had the chance to be seen and heard alone.",
                                look),
                        notSeen(child, look)));
    }

    private static Stream<Finding> missing(Recorded what, String child, String reason, Look look) {
        List<Asked> asked = of(what, child, look);
        if (asked.stream().anyMatch(look::isAnswered)) {
            return Stream.empty();
        }
        return Stream.of(finding(asked.isEmpty() ? null : asked.getFirst(), what, child, reason, look));
    }

    /** A child who was not seen alone has to be a child of whom somebody says why. */
    private static Stream<Finding> notSeen(String child, Look look) {
        boolean not = of(Recorded.CHILD_SEEN_ALONE, child, look).stream()
                .anyMatch(asked -> look.means(asked, Meaning.NOT_DONE) || saysNo(asked, look));
        List<Asked> why = of(Recorded.REASON_FOR_NOT_SEEING_ALONE, child, look);
        if (!not || why.stream().anyMatch(look::isAnswered)) {
            return Stream.empty();
        }
        return Stream.of(finding(
                why.isEmpty() ? null : why.getFirst(),
                Recorded.CHILD_SEEN_ALONE,
                child,
                "This child was not seen alone; the reason is missing.",
                look));
    }

    private static boolean saysNo(Asked asked, Look look) {
        return look.interview()
                .answer(asked)
                .filter(new Answer.YesOrNo(false)::equals)
                .isPresent();
    }

    private static List<Asked> of(Recorded what, String child, Look look) {
        return look.interview().recording(what).stream()
                .filter(asked -> child.equals(asked.about()))
                .toList();
    }

    private static Finding finding(@Nullable Asked asked, Recorded what, String child, String reason, Look look) {
        return new Finding(
                asked == null ? null : asked.question().id(),
                child,
                Stands.AGAINST_COMPLETION,
                asked != null && asked.question().records().contains(Recorded.REASON_FOR_NOT_SEEING_ALONE)
                        ? Recorded.REASON_FOR_NOT_SEEING_ALONE.word()
                        : what.word(),
                reason,
                look.obligationsOf(what));
    }
}
