package uk.kinbridge.acceptance.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.acceptance.bench.Measurement.Aim;

/** The measurements for a person to read. */
final class Table {

    private static final String ROW = "%-34s %12s %12s %8s  %s";

    private Table() {}

    static List<String> of(List<Measurement> measurements) {
        List<String> lines = new ArrayList<>();
        lines.add(ROW.formatted("what", "figure", "limit", "ratio", "aim"));
        for (Measurement measured : measurements) {
            lines.add(ROW.formatted(
                    measured.what() + ", " + measured.unit(),
                    number(measured.figure()),
                    number(measured.limit().figure()),
                    "%.2f".formatted(measured.ratio()),
                    aim(measured)));
            lines.add("    limit: " + measured.limit().what());
        }
        return lines;
    }

    private static String aim(Measurement measured) {
        String verdict = measured.isReached()
                .map(reached -> reached ? ", reached" : ", missed")
                .orElse("");
        return words(measured.aim()) + verdict;
    }

    private static String words(@Nullable Aim aim) {
        return switch (aim) {
            case Aim.AtLeast(double figure) -> ">= " + number(figure);
            case Aim.AtMost(double figure) -> "<= " + number(figure);
            case Aim.RatioAtLeast(double ratio) -> "ratio >= %s".formatted(ratio);
            case Aim.RatioAtMost(double ratio) -> "ratio <= %s".formatted(ratio);
            case null -> "-";
        };
    }

    /** Three figures that mean something, or whole numbers. */
    private static String number(double figure) {
        return figure < 100 ? String.format(Locale.UK, "%.2f", figure) : String.format(Locale.UK, "%,.0f", figure);
    }
}
