package uk.kinbridge.assessment.lost;

import java.time.Instant;
import java.util.List;
import uk.kinbridge.assessment.appointment.Rules;
import uk.kinbridge.assessment.kept.Actor;
import uk.kinbridge.platform.aggregate.Change;

/** Searches for the tests of adapters, which must not begin one themselves. */
public final class SearchExamples {

    private SearchExamples() {}

    public static Change<Search, SearchEvent> begun(
            String id, String reference, List<String> agencies, Actor by, Rules rules, Instant now) {
        return Search.begun(
                id,
                reference,
                "family of " + id,
                agencies,
                List.of(),
                by,
                new SearchRules(rules.pack(), rules.bankHolidays()),
                now);
    }

    /** Everybody on the list was asked, and nobody knows: the front door is told. */
    public static Search nobodyKnows(Search search, Actor by, Rules rules, Instant now) {
        var asked = search;
        for (int line = 1; line <= search.checklist().size(); line++) {
            var said = new Line.Asked("A. Colleague", Line.Said.DOES_NOT_KNOW, null, by, now);
            if (asked.asked(line, said, new SearchRules(rules.pack(), rules.bankHolidays()), now)
                    instanceof Search.Ruling.Done(var change)) {
                asked = change.next();
            }
        }
        return asked;
    }
}
