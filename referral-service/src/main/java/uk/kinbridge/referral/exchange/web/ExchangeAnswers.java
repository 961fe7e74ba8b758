package uk.kinbridge.referral.exchange.web;

import java.util.List;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Answers in the sender's format, with the ids of the request mirrored. */
@Component
class ExchangeAnswers {

    private final Fhir fhir;

    ExchangeAnswers(Fhir fhir) {
        this.fhir = fhir;
    }

    ResponseEntity<byte[]> refused(List<Issue> issues, Courier courier) {
        return with(issues.getFirst().code().status(), Outcomes.of(issues), courier);
    }

    ResponseEntity<byte[]> ok(Resource resource, Courier courier) {
        return with(200, resource, courier);
    }

    private ResponseEntity<byte[]> with(int status, Resource resource, Courier courier) {
        var answer = ResponseEntity.status(status).contentType(courier.answerIn());
        if (!courier.request().isEmpty()) {
            answer.header(Courier.REQUEST_ID, courier.request());
        }
        if (!courier.correlation().isEmpty()) {
            answer.header(Courier.CORRELATION_ID, courier.correlation());
        }
        if (resource.getMeta().hasVersionId()) {
            answer.eTag("W/\"" + resource.getMeta().getVersionId() + "\"");
        }
        return answer.body(fhir.write(resource, courier.answerIn()));
    }
}
