package uk.kinbridge.platform.testing.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * The rules that hold for every module, as one test each. A service's whole architecture test is
 *
 * <pre>{@code
 * class ArchitectureTest {
 *     @TestFactory
 *     Stream<DynamicTest> keeps_the_house_rules() {
 *         return HouseRules.ofService("uk.kinbridge.referral").tests();
 *     }
 * }
 * }</pre>
 *
 * A rule that finds nothing to look at fails.
 */
public final class HouseRules {

    private final String basePackage;
    private final Map<String, ArchRule> rules = new LinkedHashMap<>();

    private HouseRules(String basePackage) {
        this.basePackage = basePackage;
    }

    /** A service with features in rings: the domain in the feature's package, its adapters in packages below it. */
    public static HouseRules ofService(String basePackage) {
        return ofPlainService(basePackage)
                .with("every class has a room", RingRules.everyClassHasARoom(basePackage))
                .with("the domain stands alone", RingRules.domainStandsAlone(basePackage))
                .with("adapters know the domain and not each other", RingRules.adaptersStandApart(basePackage));
    }

    /** A plain read-and-write service that needs no rings. */
    public static HouseRules ofPlainService(String basePackage) {
        return common(basePackage).with("no service knows another", DependencyRules.noServiceKnowsAnother(basePackage));
    }

    /** The platform itself. */
    public static HouseRules ofPlatform() {
        String platform = "uk.kinbridge.platform";
        return common(platform)
                .with("the platform knows nothing of safeguarding", DependencyRules.platformIsDomainFree(platform))
                .with("what the domain may use is pure", DependencyRules.stayPure(DependencyRules.PURE_PLATFORM));
    }

    /** The pack model and its pure functions. */
    public static HouseRules ofPureModule(String basePackage, String... allowedLibraries) {
        return common(basePackage).with("the module is pure", DependencyRules.isPure(basePackage, allowedLibraries));
    }

    /** The rules by name, over the production classes on the class path; for a {@code @TestFactory}. */
    public Stream<DynamicTest> tests() {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(basePackage);
        return rules.entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(), () -> rule.getValue().check(classes)));
    }

    Map<String, ArchRule> rules() {
        return rules;
    }

    String basePackage() {
        return basePackage;
    }

    private static HouseRules common(String basePackage) {
        return new HouseRules(basePackage)
                .with("time comes from outside", StyleRules.timeComesFromOutside(basePackage))
                .with("no field injection", StyleRules.noFieldInjection(basePackage))
                .with("names say what a class does", StyleRules.namesSayWhatAClassDoes(basePackage))
                .with("every package is null-marked", StyleRules.everyPackageIsNullMarked(basePackage));
    }

    private HouseRules with(String name, ArchRule rule) {
        rules.put(name, rule.as(name));
        return this;
    }
}
