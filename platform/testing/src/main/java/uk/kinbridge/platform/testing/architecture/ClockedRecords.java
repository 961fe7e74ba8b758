package uk.kinbridge.platform.testing.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The records of a service that keep clocks, so that a test can show that none of them is left out of something. */
public final class ClockedRecords {

    private static final String CLOCKED = "uk.kinbridge.platform.clock.Clocked";

    private ClockedRecords() {}

    /**
     * Their simple names.
     *
     * @throws IllegalStateException when one keeps clocks and does not say so, as what follows calendars must
     */
    public static Set<String> in(String basePackage) {
        var keeping = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages(basePackage).stream()
                        .filter(JavaClass::isRecord)
                        .filter(record -> new Rings(basePackage).isDomain(record))
                        .filter(record -> record.tryGetField("clocks").isPresent())
                        .toList();
        keeping.stream()
                .filter(record -> !record.isAssignableTo(CLOCKED))
                .findFirst()
                .ifPresent(silent -> {
                    throw new IllegalStateException(silent.getName() + " keeps clocks and is not Clocked");
                });
        return keeping.stream().map(JavaClass::getSimpleName).collect(Collectors.toCollection(TreeSet::new));
    }
}
