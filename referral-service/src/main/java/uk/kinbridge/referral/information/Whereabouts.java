package uk.kinbridge.referral.information;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where members of a family live, as far as that may come to those who read along. */
@FunctionalInterface
public interface Whereabouts {

    /**
     * As another agency may be sent it with something about those members, whose file it becomes part of.
     *
     * @return null when it is not known or must not come to them
     */
    @Nullable
    String sentTo(String recipient, List<String> about, String memberId);
}
