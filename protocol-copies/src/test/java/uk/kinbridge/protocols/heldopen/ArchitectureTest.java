package uk.kinbridge.protocols.heldopen;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import uk.kinbridge.platform.testing.architecture.HouseRules;

class ArchitectureTest {

    @TestFactory
    Stream<DynamicTest> keeps_the_house_rules() {
        return HouseRules.ofPlainService("uk.kinbridge.protocols.heldopen").tests();
    }
}
