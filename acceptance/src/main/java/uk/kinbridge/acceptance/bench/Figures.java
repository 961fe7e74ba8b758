package uk.kinbridge.acceptance.bench;

import java.util.List;

/** What repeated measurements come to. */
final class Figures {

    private Figures() {}

    /** Unlike the mean it does not follow one round in which the machine was busy with something else. */
    static double median(List<Double> figures) {
        List<Double> sorted = figures.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
