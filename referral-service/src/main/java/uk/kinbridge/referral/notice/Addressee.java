package uk.kinbridge.referral.notice;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who is told: a role in an agency, or one person of it.
 *
 * @param person subject id; null for whoever holds the role
 */
public record Addressee(
        String agency, String role, @Nullable String person) {

    /** As {@code contracts/events} has it. */
    public Map<String, Object> payload() {
        var members = new LinkedHashMap<String, Object>(Map.of("agency", agency, "role", role));
        if (person != null) {
            members.put("person", person);
        }
        return members;
    }
}
