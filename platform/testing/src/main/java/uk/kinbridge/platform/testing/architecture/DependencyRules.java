package uk.kinbridge.platform.testing.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;

/** Which module may know which. */
final class DependencyRules {

    /** The packages of the platform that are plain values; the rest of it is for adapters and configuration. */
    static final String[] PURE_PLATFORM = {
        "uk.kinbridge.platform.access",
        "uk.kinbridge.platform.aggregate",
        "uk.kinbridge.platform.clock",
        "uk.kinbridge.platform.document",
        "uk.kinbridge.platform.page",
        "uk.kinbridge.platform.reference",
        "uk.kinbridge.platform.security"
    };

    private static final String[] PLAIN_JAVA = {"java..", "org.jspecify.."};

    private DependencyRules() {}

    static ArchRule noServiceKnowsAnother(String basePackage) {
        return classes()
                .that(resideInAnyPackage(basePackage + ".."))
                .should()
                .onlyDependOnClassesThat(resideOutsideOfPackage("uk.kinbridge..")
                        .or(describe("own", (JavaClass target) -> isIn(target, basePackage)))
                        .or(resideInAnyPackage("uk.kinbridge.platform..", "uk.kinbridge.protocols..")))
                .because("services know each other by contract, over HTTP and events");
    }

    static ArchRule platformIsDomainFree(String basePackage) {
        return classes()
                .that(resideInAnyPackage(basePackage + ".."))
                .should()
                .onlyDependOnClassesThat(
                        resideOutsideOfPackage("uk.kinbridge..").or(resideInAnyPackage(basePackage + "..")))
                .because("the platform is technical: it must not change when a protocol does");
    }

    static ArchRule stayPure(String... packages) {
        return classes()
                .that(resideInAnyPackage(packages))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(PLAIN_JAVA).or(resideInAnyPackage(packages)))
                .because("the domain of every service stands on these packages");
    }

    static ArchRule isPure(String basePackage, String... allowedLibraries) {
        return classes()
                .that(resideInAnyPackage(basePackage + ".."))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(PLAIN_JAVA)
                        .or(resideInAnyPackage(basePackage + ".."))
                        .or(resideInAnyPackage(allowedLibraries)));
    }

    private static boolean isIn(JavaClass target, String basePackage) {
        String name = target.getPackageName();
        return name.equals(basePackage) || name.startsWith(basePackage + ".");
    }
}
