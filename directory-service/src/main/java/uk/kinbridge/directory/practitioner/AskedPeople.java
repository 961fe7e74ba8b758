package uk.kinbridge.directory.practitioner;

import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import uk.kinbridge.platform.web.problem.Problem;
import uk.kinbridge.platform.web.problem.ProblemCatalogue;
import uk.kinbridge.platform.web.problem.ProblemType;

/**
 * The people of an agency, for whoever asks over the web. Just after the first start, before the sign-in service has
 * answered, "nobody" would be a false answer: a mail would have no address, a question no link person.
 */
@Component
public class AskedPeople implements ProblemCatalogue {

    private static final ProblemType NOT_KNOWN_YET = new ProblemType(
            "people-not-known-yet",
            HttpStatus.SERVICE_UNAVAILABLE,
            "It is not known yet who works where",
            "The sign-in service has not answered since the directory was started. Try again after the seconds in"
                    + " Retry-After; whom to call is at /api/contacts/now, which answers all the same.");

    private static final String RETRY_AFTER_SECONDS = "2";

    private final Practitioners practitioners;

    AskedPeople(Practitioners practitioners) {
        this.practitioners = practitioners;
    }

    /**
     * Those who can act in an agency now.
     *
     * @throws uk.kinbridge.platform.web.problem.ProblemException 503 while that is not known
     */
    public List<Practitioner> activeIn(String agency) {
        if (!practitioners.isKnown()) {
            throw Problem.of(NOT_KNOWN_YET, "It is not known yet who works in this agency. Try again shortly.")
                    .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                    .exception();
        }
        return practitioners.activeIn(agency);
    }

    @Override
    public List<ProblemType> types() {
        return List.of(NOT_KNOWN_YET);
    }
}
