package uk.kinbridge.escalation.record.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import uk.kinbridge.escalation.record.Records.Sight;

/** DOR-12: the keeper of a record says, with the caller's own token, whether they have to do with it. */
class HttpRecordsTest {

    private static final String RECORD = "/api/referrals/01kb1q3s5jrr4g7y8v9w2x3z4a";

    @RegisterExtension
    static final WireMockExtension KEEPER = WireMockExtension.newInstance().build();

    private final HttpRecords records = new HttpRecords(
            (request, body, execution) -> {
                request.getHeaders().set(HttpHeaders.AUTHORIZATION, "Bearer the-caller");
                return execution.execute(request, body);
            },
            KEEPER.baseUrl(),
            "http://localhost:9",
            KEEPER.baseUrl());

    @ParameterizedTest
    @CsvSource({"200, SEEN", "404, NOT_SEEN", "403, NOT_SEEN", "401, UNKNOWN", "500, UNKNOWN", "503, UNKNOWN"})
    void what_the_keeper_answers_decides(int status, Sight sight) {
        KEEPER.stubFor(get(urlEqualTo(RECORD)).willReturn(aResponse().withStatus(status)));

        assertThat(records.of(RECORD)).isEqualTo(sight);
        KEEPER.verify(getRequestedFor(urlEqualTo(RECORD))
                .withHeader(HttpHeaders.AUTHORIZATION, equalTo("Bearer the-caller")));
    }

    @Test
    void of_what_lies_below_a_record_the_record_itself_is_asked_for() {
        KEEPER.stubFor(get(urlEqualTo(RECORD)).willReturn(aResponse().withStatus(200)));

        assertThat(records.of(RECORD + "/decision")).isEqualTo(Sight.SEEN);
    }

    @Test
    void a_keeper_that_does_not_answer_refuses_nothing() {
        assertThat(records.of("/api/assessments/a-1")).isEqualTo(Sight.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/referrals",
                "/api/agencies/a",
                "/api/referrals/../families/f",
                "/api/referrals/a?x=b",
                "http://elsewhere/",
                ""
            })
    void what_is_no_address_of_a_record_is_not_asked_for(String link) {
        assertThat(records.of(link)).isEqualTo(Sight.NO_RECORD);
        assertThat(KEEPER.getAllServeEvents()).isEmpty();
    }
}
