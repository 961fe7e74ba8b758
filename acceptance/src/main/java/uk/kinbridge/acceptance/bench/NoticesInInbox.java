package uk.kinbridge.acceptance.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.kinbridge.acceptance.suite.Person;

/**
 * What lies in an inbox for some referrals.
 *
 * @param byReferral the ids of each one's notices, which should be one
 */
record NoticesInInbox(Map<String, List<String>> byReferral) {

    /** Looks through all of the inbox: one that came twice may lie anywhere. */
    static NoticesInInbox of(Set<String> referrals, Person recipient, String purpose) {
        var found = new HashMap<String, List<String>>();
        var next = "";
        do {
            var page =
                    recipient.get("/api/notifications?state=all&limit=100" + (next.isEmpty() ? "" : "&cursor=" + next));
            for (var notice : page.body().path("items")) {
                var referral = notice.at("/about/id").asString();
                if (notice.path("purpose").asString().equals(purpose) && referrals.contains(referral)) {
                    found.computeIfAbsent(referral, _ -> new ArrayList<>())
                            .add(notice.path("id").asString());
                }
            }
            next = page.text("/next");
        } while (!next.isEmpty());
        return new NoticesInInbox(found);
    }

    /** Referrals with exactly one. */
    long once() {
        return byReferral.values().stream().filter(ids -> ids.size() == 1).count();
    }

    /** Referrals with more than one. */
    long moreThanOnce() {
        return byReferral.values().stream().filter(ids -> ids.size() > 1).count();
    }

    /** The ids of all of them. */
    Set<String> ids() {
        return byReferral.values().stream()
                .flatMap(List::stream)
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }
}
