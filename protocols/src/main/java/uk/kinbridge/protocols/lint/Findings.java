package uk.kinbridge.protocols.lint;

import java.util.ArrayList;
import java.util.List;
import uk.kinbridge.protocols.reading.Problem;
import uk.kinbridge.protocols.reading.Source;

/** Collects what is wrong, each at the line of the part that it is about. */
final class Findings {

    private final Source<?> source;
    private final List<Problem> problems = new ArrayList<>();

    Findings(Source<?> source) {
        this.source = source;
    }

    void add(Object part, String sentence) {
        problems.add(new Problem(source.at(part), sentence));
    }

    List<Problem> problems() {
        return problems;
    }
}
