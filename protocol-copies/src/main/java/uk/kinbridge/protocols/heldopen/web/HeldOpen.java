package uk.kinbridge.protocols.heldopen.web;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import uk.kinbridge.platform.web.problem.Problem;
import uk.kinbridge.platform.web.problem.ProblemType;
import uk.kinbridge.protocols.heldopen.OpenDisagreements.Open;

/** The answer to who would close what agencies disagree about (SAL-27, JWP-14). */
public final class HeldOpen {

    /** For the catalogue of a service that answers so. */
    public static final ProblemType TYPE = new ProblemType(
            "held-open-by-a-disagreement",
            HttpStatus.CONFLICT,
            "Agencies disagree about this, so it stays open",
            "While a disagreement is open the original protection measures go on. 'disagreements' names each, with"
                    + " where it is resolved; whoever raised it says when it is.");

    private HeldOpen() {}

    /** @param obligations those of the area's ladder, the first of which is cited */
    public static ResponseEntity<?> problem(List<Open> by, List<String> obligations) {
        var references = by.stream().map(Open::reference).collect(Collectors.joining(", "));
        var problem = Problem.of(TYPE, "Nothing was closed. Open: " + references + ".")
                .with("disagreements", DisagreementView.of(by));
        return (obligations.isEmpty() ? problem : problem.obligation(obligations.getFirst())).response();
    }
}
