package uk.kinbridge.platform.testing.access;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Who may do what in a service, written down in {@code access-matrix.yaml} among its test resources and tried out:
 * every operation, for every role, in every standing to the record.
 *
 * <pre>{@code
 * standings:                       # own or other agency, party to the record or not
 *   own-party:   {agency: hackney-childrens-social-care, username: sade.okafor}
 *   own:         {agency: hackney-childrens-social-care, username: a.colleague}
 *   other-party: {agency: hackney-drug-treatment, username: leila.haddad}
 *   other:       {agency: hackney-alcohol-treatment, username: owen.price}
 * operations:
 *   GET /api/referrals/{id}:
 *     own-party:   {allowed: [practitioner, manager], denied: rest}
 *     own:         {allowed: [manager], concealed: rest}
 *     other-party: {allowed: [safeguarding-lead], concealed: rest}
 *     other:       {concealed: rest}
 *   GET /api/worklist:
 *     ...          {shown: [manager], hidden: [practitioner], denied: rest}
 * open: []                         # operations that need no token
 * }</pre>
 *
 * {@code allowed} is a success (or 409, 412, 422), {@code shown} and {@code hidden} a success whose answer does or does
 * not contain the scene's marker, {@code denied} 403, {@code concealed} 404, {@code unavailable} 501. A service's test:
 *
 * <pre>{@code
 * @SpringBootTest @AutoConfigureMockMvc
 * @ContextConfiguration(initializers = {Tokens.Realm.class, Databases.ForContext.class})
 * class AccessMatrixTest {
 *     @Autowired MockMvc http;
 *     @Autowired ApplicationContext context;
 *
 *     @TestFactory
 *     Stream<DynamicTest> everybody_meets_what_the_matrix_says() {
 *         return AccessMatrix.of("uk.kinbridge.referral", context, http, this::ask).tests();
 *     }
 *
 *     private Ask ask(Operation operation) { return Ask.plainly().with("id", aReferral()); }
 * }
 * }</pre>
 */
public final class AccessMatrix {

    /** The roles that every row speaks of: those of the realm. */
    public static final List<String> ROLES = MatrixFile.ROLES;

    static final String FILE = "access-matrix.yaml";

    private final MatrixFile matrix;
    private final Set<Operation> operations;
    private final Visit visit;

    private AccessMatrix(MatrixFile matrix, Set<Operation> operations, Visit visit) {
        this.matrix = matrix;
        this.operations = operations;
        this.visit = visit;
    }

    /** The matrix of the service whose controllers are in this package or below it. */
    public static AccessMatrix of(String basePackage, ApplicationContext context, MockMvc http, Scene scene) {
        return of(FILE, basePackage, context, http, scene);
    }

    /** The same with another file. */
    public static AccessMatrix of(
            String file, String basePackage, ApplicationContext context, MockMvc http, Scene scene) {
        return new AccessMatrix(MatrixFile.read(file), operations(basePackage, context), new Visit(http, scene));
    }

    /** For a {@code @TestFactory}: that the file is complete, and one test for each operation and standing. */
    public Stream<DynamicTest> tests() {
        Stream<DynamicTest> complete =
                Stream.of(test("every operation has a row", this::missing), test("no row is stale", this::stale));
        Stream<DynamicTest> open = operations.stream()
                .filter(operation -> !matrix.open().contains(operation))
                .map(operation -> test(operation + " without a token", () -> withoutToken(operation)));
        Stream<DynamicTest> cells = matrix.rows().entrySet().stream()
                .filter(row -> operations.contains(row.getKey()))
                .flatMap(row -> row.getValue().entrySet().stream()
                        .map(cell -> test(
                                row.getKey() + " as " + cell.getKey().name(),
                                () -> mismatches(row.getKey(), cell.getKey(), cell.getValue()))));
        return Stream.of(complete, open, cells).flatMap(tests -> tests);
    }

    /** Operations that the service has and the file does not speak of. */
    List<String> missing() {
        if (operations.isEmpty()) {
            return List.of("no operation was found at all: is the base package right?");
        }
        return operations.stream()
                .filter(operation ->
                        !matrix.rows().containsKey(operation) && !matrix.open().contains(operation))
                .map(operation -> operation + " has no row: say in the matrix who may do it")
                .toList();
    }

    /** Rows for operations that the service does not have. */
    List<String> stale() {
        return Stream.concat(matrix.rows().keySet().stream(), matrix.open().stream())
                .filter(operation -> !operations.contains(operation))
                .map(operation -> operation + " has a row, but the service has no such operation")
                .toList();
    }

    List<String> withoutToken(Operation operation) throws Exception {
        int status = visit.withoutToken(operation).status();
        return status == HttpStatus.UNAUTHORIZED.value()
                ? List.of()
                : List.of(operation + " answered " + status + " without a token");
    }

    List<String> mismatches(Operation operation, Standing standing, Map<String, Outcome> expected) throws Exception {
        List<String> mismatches = new ArrayList<>();
        for (Map.Entry<String, Outcome> cell : expected.entrySet()) {
            Visit.Answer answer = visit.as(standing.as(cell.getKey()), operation);
            if (!cell.getValue().matches(answer.status(), answer.body(), answer.marker())) {
                mismatches.add("%s as %s, %s: the matrix says %s, the service answered %d %s"
                        .formatted(
                                operation,
                                standing.name(),
                                cell.getKey(),
                                cell.getValue(),
                                answer.status(),
                                answer.body()));
            }
        }
        return mismatches;
    }

    private static DynamicTest test(String name, Check check) {
        return DynamicTest.dynamicTest(name, () -> {
            List<String> findings = check.findings();
            if (!findings.isEmpty()) {
                fail(String.join("\n", findings));
            }
        });
    }

    private static Set<Operation> operations(String basePackage, ApplicationContext context) {
        Set<Operation> operations = new TreeSet<>(Comparator.comparing(Operation::toString));
        context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, handler) -> {
                    if ((handler.getBeanType().getPackageName() + ".").startsWith(basePackage + ".")) {
                        mapping.getPatternValues().forEach(pattern -> {
                            var methods = mapping.getMethodsCondition().getMethods();
                            if (methods.isEmpty()) {
                                operations.add(new Operation("ANY", pattern));
                            }
                            methods.forEach(method -> operations.add(new Operation(method.name(), pattern)));
                        });
                    }
                });
        return operations;
    }

    /** Something to look at; empty findings are good. */
    private interface Check {
        List<String> findings() throws Exception;
    }
}
