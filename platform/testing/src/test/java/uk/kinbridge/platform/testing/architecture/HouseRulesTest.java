package uk.kinbridge.platform.testing.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every rule is shown to fail on a fixture that breaks it, and only it. */
class HouseRulesTest {

    private static final String FIXTURES = "uk.kinbridge.fixture.";

    @Test
    void a_good_service_keeps_every_rule() {
        HouseRules.ofService(FIXTURES + "good").rules().values().forEach(rule -> rule.check(classes("good")));
    }

    @ParameterizedTest(name = "{0} breaks: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            frameworkindomain   | the domain stands alone
            adapterindomain     | the domain stands alone
            adapterknowsadapter | adapters know the domain and not each other
            adapterknowsconfig  | adapters know the domain and not each other
            noroom              | every class has a room
            otherservice        | no service knows another
            clock               | time comes from outside
            clockreference      | time comes from outside
            clocksource         | time comes from outside
            clockmillis         | time comes from outside
            clockdate           | time comes from outside
            fieldinjection      | no field injection
            valueinjection      | no field injection
            names.implname      | names say what a class does
            names.managername   | names say what a class does
            names.utilname      | names say what a class does
            names.utilsname     | names say what a class does
            names.helpername    | names say what a class does
            names.dataname      | names say what a class does
            notnullmarked       | every package is null-marked
            """)
    void each_rule_fails_on_a_fixture_that_breaks_it(String fixture, String rule) {
        assertThat(broken(HouseRules.ofService(FIXTURES + fixture), classes(fixture)))
                .contains(rule)
                // the whitelist of the domain catches some of the others as well
                .isSubsetOf(rule, "the domain stands alone");
    }

    @Test
    void the_platform_may_not_know_a_service() {
        String otherService = FIXTURES + "otherservice";
        assertThat(DependencyRules.platformIsDomainFree(otherService)
                        .evaluate(classes("otherservice"))
                        .hasViolation())
                .isTrue();
        assertThat(DependencyRules.platformIsDomainFree(FIXTURES + "good")
                        .evaluate(classes("good"))
                        .hasViolation())
                .isFalse();
    }

    @Test
    void a_pure_module_may_only_use_the_libraries_that_it_names() {
        String impure = FIXTURES + "platform";
        assertThat(DependencyRules.isPure(impure).evaluate(classes("platform")).hasViolation())
                .isTrue();
        assertThat(DependencyRules.isPure(impure, "org.springframework.http..")
                        .evaluate(classes("platform"))
                        .hasViolation())
                .isFalse();
    }

    @Test
    void what_the_domain_may_use_of_the_platform_must_be_there_and_pure() {
        assertThat(DependencyRules.stayPure(FIXTURES + "platform")
                        .evaluate(classes("platform"))
                        .hasViolation())
                .isTrue();
        // no platform package is among these classes: the rule must not pass by finding nothing
        assertThatThrownBy(() ->
                        DependencyRules.stayPure(DependencyRules.PURE_PLATFORM).check(classes("good")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("failed to check any classes");
    }

    @Test
    void no_rule_passes_by_finding_nothing() {
        JavaClasses nothing = classes("good");
        HouseRules elsewhere = HouseRules.ofService("uk.kinbridge.nowhere");
        assertThat(broken(elsewhere, nothing))
                .containsExactlyInAnyOrderElementsOf(elsewhere.rules().keySet());
    }

    private static JavaClasses classes(String fixture) {
        JavaClasses classes = new ClassFileImporter().importPackages(FIXTURES + fixture);
        assertThat(classes).isNotEmpty();
        return classes;
    }

    private static List<String> broken(HouseRules house, JavaClasses classes) {
        List<String> broken = new ArrayList<>();
        for (Map.Entry<String, ArchRule> rule : house.rules().entrySet()) {
            try {
                rule.getValue().check(classes);
            } catch (AssertionError violated) {
                // a fixture need not have adapters or fields; that is another test's matter
                boolean empty = Objects.requireNonNull(violated.getMessage()).contains("failed to check any classes");
                if (!empty || isElsewhere(classes, house)) {
                    broken.add(rule.getKey());
                }
            }
        }
        return broken;
    }

    private static boolean isElsewhere(JavaClasses classes, HouseRules house) {
        return classes.stream()
                .noneMatch(javaClass -> javaClass.getPackageName().startsWith(house.basePackage()));
    }
}
