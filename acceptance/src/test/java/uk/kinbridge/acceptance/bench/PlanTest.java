package uk.kinbridge.acceptance.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.bson.Document;
import org.junit.jupiter.api.Test;

/** A plan is read in the words of either database. */
class PlanTest {

    @Test
    void reads_which_index_serves_a_query() {
        assertThat(
                        plan("{queryPlanner: {winningPlan: {stage: 'FETCH', inputStage: {stage: 'IXSCAN', indexName: 'agency'}}}}")
                                .uses("agency"))
                .isTrue();
        var postgres = plan("{explain: [{Plan: {'Node Type': 'Index Scan', 'Index Name': 'agency'}}]}");
        assertThat(postgres.uses("agency")).isTrue();
        assertThat(postgres.uses("worker")).isFalse();
        assertThat(postgres.scans()).isFalse();
    }

    @Test
    void an_index_that_was_only_considered_serves_nothing() {
        assertThat(plan("{IndexCosts: [{indexName: 'agency'}], Plans: [{'Node Type': 'Seq Scan'}]}")
                        .uses("agency"))
                .isFalse();
    }

    @Test
    void sees_a_scan_however_deep() {
        assertThat(plan("{Plan: {'Node Type': 'Sort', Plans: [{'Node Type': 'Seq Scan'}]}}")
                        .scans())
                .isTrue();
        assertThat(plan("{winningPlan: {stage: 'SORT', inputStage: {stage: 'COLLSCAN'}}}")
                        .scans())
                .isTrue();
    }

    private static Plan plan(String json) {
        return new Plan(Document.parse(json));
    }
}
