package uk.kinbridge.acceptance.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.kinbridge.acceptance.bench.Measurement.Aim;
import uk.kinbridge.acceptance.bench.Measurement.Limit;

/** The arithmetic; no test looks at a clock. */
class MeasurementTest {

    @Test
    void a_ratio_is_the_share_of_the_limit() {
        assertThat(measured(1_400, 2_000, null).ratio()).isEqualTo(0.7, within(1e-9));
    }

    @Test
    void each_kind_of_aim_is_reached_at_its_figure_and_missed_beyond() {
        assertThat(measured(700, 1_000, new Aim.RatioAtLeast(0.7)).isReached()).contains(true);
        assertThat(measured(699, 1_000, new Aim.RatioAtLeast(0.7)).isReached()).contains(false);
        assertThat(measured(500_000, 1, new Aim.AtLeast(500_000)).isReached()).contains(true);
        assertThat(measured(499_999, 1, new Aim.AtLeast(500_000)).isReached()).contains(false);
        assertThat(measured(2, 1, new Aim.AtMost(2)).isReached()).contains(true);
        assertThat(measured(2.1, 1, new Aim.AtMost(2)).isReached()).contains(false);
        assertThat(measured(2, 1, null).isReached()).isEmpty();
    }

    @Test
    void the_median_does_not_follow_one_bad_round() {
        assertThat(Figures.median(List.of(100.0, 5.0, 104.0))).isEqualTo(100);
        assertThat(Figures.median(List.of(4.0, 1.0, 2.0, 3.0))).isEqualTo(2.5);
    }

    @Test
    void the_table_says_figure_limit_ratio_and_whether_the_aim_is_reached() {
        assertThat(Table.of(List.of(measured(1_240, 2_000, new Aim.RatioAtLeast(0.7)), measured(0.5, 0.25, null))))
                .satisfiesExactly(
                        head -> assertThat(head).contains("figure", "limit", "ratio", "aim"),
                        row -> assertThat(row)
                                .contains("contacts/now, requests/s", "1,240", "2,000", "0.62", "ratio >= 0.7, missed"),
                        limit -> assertThat(limit).isEqualTo("    limit: bare"),
                        row -> assertThat(row).contains("0.50", "0.25", "2.00", " -"),
                        limit -> assertThat(limit).isEqualTo("    limit: bare"));
    }

    @Test
    void the_report_says_the_same_to_a_program() {
        JsonNode report = JsonMapper.shared()
                .readTree(Report.of(
                                List.of("2 cores", "MongoDB 7"),
                                List.of(measured(700, 1_000, new Aim.RatioAtLeast(0.7)), measured(3, 1, null)))
                        .json());

        assertThat(report.at("/on/1").asString()).isEqualTo("MongoDB 7");
        JsonNode first = report.at("/measurements/0");
        assertThat(first.path("figure").asDouble()).isEqualTo(700);
        assertThat(first.path("limit").asDouble()).isEqualTo(1_000);
        assertThat(first.path("limitIs").asString()).isEqualTo("bare");
        assertThat(first.path("ratio").asDouble()).isEqualTo(0.7, within(1e-9));
        assertThat(first.at("/aim/of").asString()).isEqualTo("ratio");
        assertThat(first.at("/aim/atLeast").asDouble()).isEqualTo(0.7);
        assertThat(first.at("/aim").has("atMost")).isFalse();
        assertThat(first.path("reached").asBoolean()).isTrue();
        assertThat(report.at("/measurements/1").has("aim")).isFalse();
    }

    private static Measurement measured(double figure, double limit, @Nullable Aim aim) {
        return new Measurement("contacts/now", figure, "requests/s", new Limit("bare", limit), aim);
    }
}
