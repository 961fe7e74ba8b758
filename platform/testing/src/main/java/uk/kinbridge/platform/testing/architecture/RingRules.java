package uk.kinbridge.platform.testing.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** Whitelists for services that are built in rings. */
final class RingRules {

    private RingRules() {}

    static ArchRule domainStandsAlone(String basePackage) {
        Rings rings = new Rings(basePackage);
        return classes()
                .that(rings.domain())
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("java..", "org.jspecify..", "uk.kinbridge.protocols..")
                        .or(resideInAnyPackage(DependencyRules.PURE_PLATFORM))
                        .or(describe("domain of the same service", rings::isDomain)))
                .because("a rule of the protocol must be readable and testable without any framework");
    }

    static ArchRule everyClassHasARoom(String basePackage) {
        return classes()
                .that()
                .resideInAPackage(basePackage + "..")
                .should(beInARoom(new Rings(basePackage)))
                .because("what stands in a package of an unknown name is seen by no other rule");
    }

    private static ArchCondition<JavaClass> beInARoom(Rings rings) {
        return new ArchCondition<>("stand in a domain, in a known adapter of one, or in the wiring") {
            @Override
            public void check(JavaClass javaClass, ConditionEvents events) {
                if (!rings.hasARoom(javaClass)) {
                    events.add(SimpleConditionEvent.violated(javaClass, javaClass.getName() + " stands in no room"));
                }
            }
        };
    }

    static ArchRule adaptersStandApart(String basePackage) {
        Rings rings = new Rings(basePackage);
        return classes()
                .that(rings.adapters())
                .should(onlyKnowTheDomainOf(rings))
                .because("what two adapters share belongs to the domain");
    }

    private static ArchCondition<JavaClass> onlyKnowTheDomainOf(Rings rings) {
        return new ArchCondition<>("of the same service only know the domain and their own adapter") {
            @Override
            public void check(JavaClass adapter, ConditionEvents events) {
                String own = rings.adapterPackage(adapter).orElseThrow();
                for (Dependency dependency : adapter.getDirectDependenciesFromSelf()) {
                    JavaClass target = dependency.getTargetClass();
                    boolean foreign = target.getPackageName().startsWith(rings.basePackage())
                            && !rings.isDomain(target)
                            && !rings.adapterPackage(target).filter(own::equals).isPresent();
                    if (foreign) {
                        events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
                    }
                }
            }
        };
    }
}
