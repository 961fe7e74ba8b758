package uk.kinbridge.platform.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.opentest4j.AssertionFailedError;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.MockMvc;
import uk.kinbridge.platform.testing.Databases;
import uk.kinbridge.platform.testing.Tokens;
import uk.kinbridge.platform.testing.access.AccessMatrix;
import uk.kinbridge.platform.testing.access.Ask;
import uk.kinbridge.platform.testing.access.Operation;

@SpringBootTest(classes = LetterService.class, properties = "kinbridge.security.audience=referral-service")
@AutoConfigureMockMvc
@ContextConfiguration(initializers = {Tokens.Realm.class, Databases.ForContext.class})
class AccessMatrixTest {

    @Autowired
    MockMvc http;

    @Autowired
    ApplicationContext context;

    @Autowired
    LetterService.Letters letters;

    @TestFactory
    Stream<DynamicTest> everybody_meets_what_the_matrix_says() {
        return matrix("access-matrix.yaml").tests();
    }

    @Test
    void an_operation_without_a_row_fails() {
        assertThat(failures("access-matrix-missing-row.yaml"))
                .containsExactly("POST /api/letters/{id}/receipt has no row: say in the matrix who may do it");
    }

    @Test
    void a_row_without_an_operation_fails() {
        assertThat(failures("access-matrix-stale-row.yaml"))
                .containsExactly("DELETE /api/letters/{id} has a row, but the service has no such operation");
    }

    @Test
    void what_the_service_does_otherwise_than_the_matrix_says_fails() {
        assertThat(failures("access-matrix-wrong.yaml"))
                .hasSize(3)
                .anySatisfy(failure -> assertThat(failure)
                        .contains(
                                "GET /api/letters as other, manager: the matrix says shown, the service answered 200"))
                .anySatisfy(failure -> assertThat(failure)
                        .contains("GET /api/letters/{id} as other, auditor: the matrix says denied, the service"
                                + " answered 404"));
    }

    @Test
    void a_package_without_operations_fails() {
        var nowhere = AccessMatrix.of("uk.kinbridge.nowhere", context, http, this::ask);
        assertThat(failures(nowhere.tests()))
                .anySatisfy(failure -> assertThat(failure).contains("no operation was found at all"));
    }

    private AccessMatrix matrix(String file) {
        return AccessMatrix.of(file, "uk.kinbridge.platform.letters", context, http, this::ask);
    }

    private Ask ask(Operation operation) {
        String letter = letters.write();
        return Ask.plainly().with("id", letter).marker(letter);
    }

    private List<String> failures(String file) {
        return failures(matrix(file).tests());
    }

    private static List<String> failures(Stream<DynamicTest> tests) {
        List<String> failures = new ArrayList<>();
        tests.forEach(test -> {
            try {
                test.getExecutable().execute();
            } catch (AssertionFailedError failure) {
                failures.add(String.valueOf(failure.getMessage()));
            } catch (Throwable other) {
                throw new IllegalStateException(other);
            }
        });
        return failures;
    }
}
