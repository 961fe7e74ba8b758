package uk.kinbridge.acceptance.suite;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A mail about a notice, as the recipient's agency sees what became of it.
 *
 * @param id also the beginning of its Message-ID
 * @param state such as {@code handed-over} or {@code in-doubt}
 */
public record Mail(String id, String notice, String state) {

    /** Whether something is still going to happen to it by itself. */
    public boolean isUnderWay() {
        return Set.of("waiting", "handing-over").contains(state);
    }

    /** Whether the mail server has it for certain. */
    public boolean isHandedOver() {
        return state.equals("handed-over");
    }

    /** Whether nobody knows if the mail server has it (ADR 0015). */
    public boolean isInDoubt() {
        return state.equals("in-doubt");
    }

    /** The mails about these notices, by notice. */
    public static Map<String, List<Mail>> about(Set<String> notices, Person manager) {
        var found = new HashMap<String, List<Mail>>();
        var next = "";
        do {
            var page =
                    manager.get("/api/deliveries?channel=email&limit=100" + (next.isEmpty() ? "" : "&cursor=" + next));
            for (var mail : page.body().path("items")) {
                for (var about : mail.path("notices")) {
                    var notice = about.path("notice").asString();
                    if (notices.contains(notice)) {
                        found.computeIfAbsent(notice, _ -> new ArrayList<>())
                                .add(new Mail(
                                        mail.path("id").asString(),
                                        notice,
                                        mail.path("state").asString()));
                    }
                }
            }
            next = page.text("/next");
        } while (!next.isEmpty());
        return found;
    }
}
