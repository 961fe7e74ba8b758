package uk.kinbridge.protocols;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** What may know what. Each rule is shown to fail on something that breaks it. */
class ArchitectureTest {

    private static final JavaClasses MODULE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("uk.kinbridge.protocols");

    private static final JavaClasses TEST_CLASSES = new ClassFileImporter().importClasses(Clockwatcher.class);

    private static final ArchRule PURE = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "uk.kinbridge.protocols..",
                    "java..",
                    "org.jspecify..",
                    "org.yaml.snakeyaml..",
                    "com.networknt.schema..",
                    "com.fasterxml.jackson.databind..");

    private static final ArchRule SCHEMAS_STAY_IN_ANSWERING = schemasStayIn("answering");
    private static final ArchRule ASSESSING_KNOWS_PACK_TIME_AND_READING = layer("assessing", "pack", "time", "reading");

    private static final ArchRule YAML_STAYS_IN_READING = noClasses()
            .that()
            .resideOutsideOfPackage("uk.kinbridge.protocols.reading")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.yaml.snakeyaml..");

    private static final ArchRule READING_KNOWS_NOTHING = layer("reading");
    private static final ArchRule TIME_KNOWS_READING_ONLY = layer("time", "reading");
    private static final ArchRule PACK_KNOWS_TIME_AND_READING = layer("pack", "time", "reading");

    /** Time is an argument: a pure module has no clock of its own. */
    private static final ArchRule NO_NOW = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now");

    @Test
    void the_module_keeps_its_rules() {
        List.of(
                        PURE,
                        YAML_STAYS_IN_READING,
                        READING_KNOWS_NOTHING,
                        TIME_KNOWS_READING_ONLY,
                        PACK_KNOWS_TIME_AND_READING,
                        SCHEMAS_STAY_IN_ANSWERING,
                        ASSESSING_KNOWS_PACK_TIME_AND_READING,
                        NO_NOW)
                .forEach(rule -> rule.check(MODULE));
    }

    @Test
    void each_rule_can_fail() {
        assertThat(broken(PURE.allowEmptyShould(true), TEST_CLASSES)).isTrue();
        assertThat(broken(NO_NOW, TEST_CLASSES)).isTrue();
        assertThat(broken(layer("pack", "time"), MODULE)).isTrue();
        assertThat(broken(layer("time"), MODULE)).isTrue();
        assertThat(broken(layer("assessing", "time"), MODULE)).isTrue();
        assertThat(broken(schemasStayIn("nowhere"), MODULE)).isTrue();
        assertThat(broken(
                        noClasses()
                                .that()
                                .resideOutsideOfPackage("uk.kinbridge.protocols.nowhere")
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage("org.yaml.snakeyaml.."),
                        MODULE))
                .isTrue();
    }

    private static ArchRule schemasStayIn(String own) {
        return noClasses()
                .that()
                .resideOutsideOfPackage("uk.kinbridge.protocols." + own)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.networknt.schema..", "com.fasterxml.jackson..");
    }

    private static ArchRule layer(String own, String... known) {
        List<String> allowed = new ArrayList<>(List.of("java..", "org.jspecify..", "org.yaml.snakeyaml.."));
        allowed.add("uk.kinbridge.protocols." + own);
        List.of(known).forEach(other -> allowed.add("uk.kinbridge.protocols." + other));
        return classes()
                .that()
                .resideInAPackage("uk.kinbridge.protocols." + own)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed.toArray(String[]::new));
    }

    private static boolean broken(ArchRule rule, JavaClasses classes) {
        return rule.evaluate(classes).hasViolation();
    }

    /** Breaks the rules on purpose. */
    interface Clockwatcher {

        default String now(TestInfo framework) {
            return framework.getDisplayName() + Instant.now();
        }
    }
}
