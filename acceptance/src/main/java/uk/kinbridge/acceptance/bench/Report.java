package uk.kinbridge.acceptance.bench;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonInclude.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import uk.kinbridge.acceptance.bench.Measurement.Aim;

/**
 * The measurements for a program to read.
 *
 * @param on the machine and the servers
 */
record Report(List<String> on, List<Row> measurements) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .changeDefaultPropertyInclusion(_ -> Value.construct(Include.NON_NULL, Include.NON_NULL))
            .build();

    /** @param reached null where no aim was set */
    record Row(
            String what,
            double figure,
            String unit,
            double limit,
            String limitIs,
            double ratio,
            @Nullable Wanted aim,
            @Nullable Boolean reached) {

        static Row of(Measurement measured) {
            return new Row(
                    measured.what(),
                    measured.figure(),
                    measured.unit(),
                    measured.limit().figure(),
                    measured.limit().what(),
                    measured.ratio(),
                    Wanted.of(measured.aim()),
                    measured.isReached().orElse(null));
        }
    }

    record Wanted(
            String of, @Nullable Double atLeast, @Nullable Double atMost) {

        static @Nullable Wanted of(@Nullable Aim aim) {
            return switch (aim) {
                case Aim.AtLeast(double figure) -> new Wanted("figure", figure, null);
                case Aim.AtMost(double figure) -> new Wanted("figure", null, figure);
                case Aim.RatioAtLeast(double ratio) -> new Wanted("ratio", ratio, null);
                case Aim.RatioAtMost(double ratio) -> new Wanted("ratio", null, ratio);
                case null -> null;
            };
        }
    }

    static Report of(List<String> on, List<Measurement> measurements) {
        return new Report(on, measurements.stream().map(Row::of).toList());
    }

    String json() {
        return JSON.writeValueAsString(this);
    }
}
