package uk.kinbridge.platform.testing.architecture;

import static com.tngtech.archunit.lang.conditions.ArchConditions.accessTargetWhere;
import static com.tngtech.archunit.lang.conditions.ArchConditions.haveSimpleNameEndingWith;
import static com.tngtech.archunit.lang.conditions.ArchConditions.never;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** The habits of the code that a machine can check. */
final class StyleRules {

    private static final Set<String> INJECTION = Set.of(
            "org.springframework.beans.factory.annotation.Autowired",
            "org.springframework.beans.factory.annotation.Value",
            "jakarta.inject.Inject",
            "jakarta.annotation.Resource");
    private static final String[] EMPTY_NAMES = {"Impl", "Manager", "Util", "Utils", "Helper", "Data"};
    private static final Set<String> CLOCK_METHODS =
            Set.of("now", "systemUTC", "systemDefaultZone", "system", "tick", "tickMillis", "tickSeconds");

    private StyleRules() {}

    static ArchRule timeComesFromOutside(String basePackage) {
        return classes()
                .that()
                .resideInAPackage(basePackage + "..")
                .and()
                .resideOutsideOfPackages(
                        basePackage + "..config..", "uk.kinbridge.platform.time..", "uk.kinbridge.platform.testing..")
                .should(never(accessTargetWhere(asksTheMachineForTheTime())))
                .because("time is injected, so that a deadline can be tested and a demonstration moved forward");
    }

    static ArchRule noFieldInjection(String basePackage) {
        return fields().that()
                .areDeclaredInClassesThat()
                .resideInAPackage(basePackage + "..")
                .should(notBeInjected())
                .because("what a class needs belongs into its constructor");
    }

    static ArchRule namesSayWhatAClassDoes(String basePackage) {
        ArchCondition<JavaClass> saySomething = Stream.of(EMPTY_NAMES)
                .map(name -> never(haveSimpleNameEndingWith(name)))
                .reduce(ArchCondition::and)
                .orElseThrow();
        return classes().that().resideInAPackage(basePackage + "..").should(saySomething);
    }

    static ArchRule everyPackageIsNullMarked(String basePackage) {
        return classes().that().resideInAPackage(basePackage + "..").should(beInANullMarkedPackage());
    }

    private static DescribedPredicate<JavaAccess<?>> asksTheMachineForTheTime() {
        return DescribedPredicate.describe("the target is the machine's clock", access -> {
            String owner = access.getTargetOwner().getFullName();
            String name = access.getTarget().getName();
            return (owner.startsWith("java.time.") && CLOCK_METHODS.contains(name))
                    || (owner.equals("java.lang.System") && name.equals("currentTimeMillis"))
                    || (owner.equals("java.util.Date") && isConstructorWithoutArguments(access));
        });
    }

    private static boolean isConstructorWithoutArguments(JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitAccessTarget target
                && target.getName().equals("<init>")
                && target.getRawParameterTypes().isEmpty();
    }

    private static ArchCondition<JavaField> notBeInjected() {
        return new ArchCondition<>("not be injected") {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                boolean injected = field.getAnnotations().stream()
                        .anyMatch(annotation ->
                                INJECTION.contains(annotation.getRawType().getFullName()));
                if (injected) {
                    events.add(SimpleConditionEvent.violated(field, field.getDescription() + " is injected"));
                }
            }
        };
    }

    private static ArchCondition<JavaClass> beInANullMarkedPackage() {
        return new ArchCondition<>("be in a null-marked package") {
            @Override
            public void check(JavaClass javaClass, ConditionEvents events) {
                if (!javaClass.getPackage().isAnnotatedWith(NullMarked.class)) {
                    events.add(SimpleConditionEvent.violated(
                            javaClass, "package " + javaClass.getPackageName() + " is not @NullMarked"));
                }
            }
        };
    }
}
