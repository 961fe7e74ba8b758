package uk.kinbridge.platform.testing.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Optional;
import java.util.Set;

/** Where a class of a service stands: in the domain of a feature, in an adapter of one, or neither. */
record Rings(String basePackage) {

    private static final Set<String> ADAPTERS =
            Set.of("web", "mongo", "rabbit", "feign", "http", "smtp", "govuk", "local", "breaker", "worker", "names");
    private static final Set<String> NO_FEATURES = Set.of("config");

    DescribedPredicate<JavaClass> domain() {
        return DescribedPredicate.describe("are in the domain", this::isDomain);
    }

    DescribedPredicate<JavaClass> adapters() {
        return DescribedPredicate.describe(
                "are adapters", javaClass -> adapterPackage(javaClass).isPresent());
    }

    /** In the root, in a feature's domain, in a known adapter of one, or in the wiring: where rules look. */
    boolean hasARoom(JavaClass javaClass) {
        return path(javaClass)
                .map(path -> path.length == 1 || NO_FEATURES.contains(path[0]) || ADAPTERS.contains(path[1]))
                .orElse(true);
    }

    boolean isDomain(JavaClass javaClass) {
        return path(javaClass)
                .filter(path -> path.length == 1 && !NO_FEATURES.contains(path[0]))
                .isPresent();
    }

    /** The package of the adapter that a class belongs to, for example {@code uk.kinbridge.referral.family.mongo}. */
    Optional<String> adapterPackage(JavaClass javaClass) {
        return path(javaClass)
                .filter(path -> path.length >= 2 && ADAPTERS.contains(path[1]))
                .map(path -> basePackage + "." + path[0] + "." + path[1]);
    }

    private Optional<String[]> path(JavaClass javaClass) {
        String name = javaClass.getPackageName();
        return name.startsWith(basePackage + ".")
                ? Optional.of(name.substring(basePackage.length() + 1).split("\\.", -1))
                : Optional.empty();
    }
}
