package uk.kinbridge.escalation.disagreement;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.protocols.pack.Fact;

/**
 * What is disagreed about.
 *
 * @param concern why it worries the one who raised it
 * @param wanted what they want done
 * @param clauses obligations that they see unkept
 * @param risks what is so for the child
 * @param allRungsBy where the risk does not wait for the rungs: when the last of them must have been reached (SAL-27)
 */
public record Matter(
        Subject subject,
        String concern,
        String wanted,
        List<String> clauses,
        List<Fact> risks,
        @Nullable Instant allRungsBy) {

    public Matter {
        clauses = List.copyOf(clauses);
        risks = List.copyOf(risks);
    }

    /** Whether it goes through all rungs on the same working day. */
    public boolean isUrgent() {
        return allRungsBy != null;
    }
}
