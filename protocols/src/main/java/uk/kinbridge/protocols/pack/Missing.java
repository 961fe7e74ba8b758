package uk.kinbridge.protocols.pack;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is still missing, whom to call where it is a call, and under which obligations it is asked for. */
public record Missing(
        ItemId item, ItemKind kind, String words, @Nullable ContactId call, List<ObligationId> obligations) {

    static Missing of(Requirement requirement) {
        return new Missing(
                requirement.id(),
                requirement.kind(),
                requirement.words(),
                requirement.call(),
                requirement.obligations());
    }
}
