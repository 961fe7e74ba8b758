package uk.kinbridge.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.library.Architectures;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The walls inside the gateway; each is also tried on a class that breaks it. */
class ArchitectureTest {

    private static final String GATEWAY = "uk.kinbridge.gateway";
    private static final String WRONG = GATEWAY + ".wrong";

    private static final JavaClasses REAL = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(GATEWAY);
    private static final JavaClasses BROKEN = new ClassFileImporter().importPackages(WRONG);

    static Stream<Arguments> rules() {
        return Stream.of(
                rule("each package knows only those that it may", ArchitectureTest::packagesKnowOnly, "KnowsProblems"),
                rule("libraries are only those agreed on", ArchitectureTest::librariesAgreedOn, "UsesTheTestsTools"),
                rule("nobody reads the clock", _ -> nobodyReadsTheClock(), "TellsTheTime"),
                rule("nothing is injected into fields", _ -> nothingIsInjectedIntoFields(), "environment"),
                rule("names say something", _ -> namesSaySomething(), "PageManager"));
    }

    private static Arguments rule(String name, Function<String, ArchRule> rule, String culprit) {
        return Arguments.of(name, rule, culprit);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void holds(String name, Function<String, ArchRule> rule, String culprit) {
        rule.apply(GATEWAY).check(REAL);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void is_seen_when_broken(String name, Function<String, ArchRule> rule, String culprit) {
        assertThat(rule.apply(WRONG).evaluate(BROKEN).getFailureReport().getDetails())
                .anySatisfy(detail -> assertThat(detail).contains(culprit));
    }

    private static ArchRule packagesKnowOnly(String root) {
        return Architectures.layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage(root + "..")
                .withOptionalLayers(true)
                .layer("trace")
                .definedBy(root + ".trace")
                .layer("problem")
                .definedBy(root + ".problem")
                .layer("services")
                .definedBy(root + ".services")
                .layer("limits")
                .definedBy(root + ".limits")
                .layer("routing")
                .definedBy(root + ".routing")
                .layer("security")
                .definedBy(root + ".security")
                .layer("pages")
                .definedBy(root + ".pages")
                .layer("catalogue")
                .definedBy(root + ".catalogue")
                .whereLayer("trace")
                .mayNotAccessAnyLayer()
                .whereLayer("services")
                .mayNotAccessAnyLayer()
                .whereLayer("problem")
                .mayOnlyAccessLayers("trace")
                .whereLayer("limits")
                .mayOnlyAccessLayers("problem")
                .whereLayer("routing")
                .mayOnlyAccessLayers("problem")
                .whereLayer("security")
                .mayOnlyAccessLayers("limits", "problem")
                .whereLayer("pages")
                .mayOnlyAccessLayers("services")
                .whereLayer("catalogue")
                .mayOnlyAccessLayers("pages", "problem", "services");
    }

    /** No database, no broker, none of the other modules: the gateway holds nothing but sessions. */
    private static ArchRule librariesAgreedOn(String root) {
        return classes()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        root + "..",
                        "java..",
                        "jakarta.servlet..",
                        "org.jspecify.annotations..",
                        "org.apache.commons.logging..",
                        "org.slf4j..",
                        "org.springframework.beans..",
                        "org.springframework.boot..",
                        "org.springframework.cloud.circuitbreaker..",
                        "org.springframework.cloud.gateway.server.mvc..",
                        "org.springframework.context..",
                        "org.springframework.core..",
                        "org.springframework.http..",
                        "org.springframework.security..",
                        "org.springframework.stereotype..",
                        "org.springframework.util..",
                        "org.springframework.web..",
                        "org.apache.catalina..",
                        "tools.jackson..",
                        "com.github.benmanes.caffeine..",
                        "com.nimbusds..",
                        "com.samskivert.mustache..",
                        "io.github.bucket4j..",
                        "io.github.resilience4j..");
    }

    private static ArchRule nobodyReadsTheClock() {
        ArchRule all = noClasses().should().callMethod(System.class, "currentTimeMillis");
        for (Class<?> clock : List.of(
                Instant.class, LocalDate.class, LocalDateTime.class, OffsetDateTime.class, ZonedDateTime.class)) {
            all = CompositeArchRule.of(all).and(noClasses().should().callMethod(clock, "now"));
        }
        return CompositeArchRule.of(all).and(noClasses().should().callMethod(Clock.class, "systemUTC"));
    }

    private static ArchRule nothingIsInjectedIntoFields() {
        return noFields().should().beAnnotatedWith(Autowired.class);
    }

    private static ArchRule namesSaySomething() {
        return noClasses().should().haveNameMatching(".*(Impl|Manager|Util|Utils|Helper|Data)");
    }
}
