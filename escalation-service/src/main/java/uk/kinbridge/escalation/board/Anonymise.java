package uk.kinbridge.escalation.board;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import uk.kinbridge.escalation.disagreement.Disagreement;
import uk.kinbridge.escalation.disagreement.Step;
import uk.kinbridge.protocols.time.WorkingCalendar;

/** Leaves the facts of a disagreement, and nothing that names a family or a person (SAL-27). */
public final class Anonymise {

    private Anonymise() {}

    public static CasePattern of(Disagreement d, Instant now) {
        var resolution = d.resolution();
        var end = resolution == null ? now : resolution.at();
        return new CasePattern(
                YearMonth.from(d.raisedAt().atZone(WorkingCalendar.LONDON)).toString(),
                d.sides().raising().agency(),
                d.sides().answering().agency(),
                d.matter().subject().kind().word(),
                d.matter().clauses(),
                d.matter().isUrgent(),
                d.stage().level(),
                (int) d.steps().stream().filter(s -> s.how() == Step.How.TIME).count(),
                vacancies(d),
                silent(d),
                Duration.between(d.raisedAt(), end).toDays(),
                hoursOnLevel(d, end),
                (int) d.undertakingsOverdue(),
                resolution == null ? null : resolution.level());
    }

    /** From each level to the next one, the last until the end; every new round counts to its level. */
    private static Map<Integer, Long> hoursOnLevel(Disagreement d, Instant end) {
        var hours = new TreeMap<Integer, Long>();
        for (int i = 0; i < d.steps().size(); i++) {
            var step = d.steps().get(i);
            var until = i + 1 < d.steps().size() ? d.steps().get(i + 1).at() : end;
            hours.merge(step.level(), Duration.between(step.at(), until).toHours(), Long::sum);
        }
        return hours;
    }

    private static int vacancies(Disagreement d) {
        return (int) d.steps().stream()
                .flatMap(step -> List.of(step.raising(), step.answering()).stream())
                .filter(seat -> seat.vacant() != null)
                .count();
    }

    /** Who had nothing recorded on a level that is over. */
    private static List<String> silent(Disagreement d) {
        var silent = new TreeSet<String>();
        var over = new ArrayList<>(d.steps());
        over.removeLast();
        for (var step : over) {
            for (var agency : d.sides().agencies()) {
                if (d.discussions().stream()
                        .noneMatch(talk -> talk.level() == step.level()
                                && talk.round() == step.round()
                                && talk.by().agency().equals(agency))) {
                    silent.add(agency);
                }
            }
        }
        return List.copyOf(silent);
    }
}
