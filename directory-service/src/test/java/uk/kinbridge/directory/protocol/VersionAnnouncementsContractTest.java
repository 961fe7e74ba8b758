package uk.kinbridge.directory.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.kinbridge.directory.Contracts;

class VersionAnnouncementsContractTest {

    static Stream<PublishedVersion> versions() {
        return Shelf.of(ShippedVersions.all()).versions().stream();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void obeys_its_schema(PublishedVersion version) {
        assertThat(Contracts.faults(VersionAnnouncements.announcement(version))).isEmpty();
        assertThat(Contracts.faults(VersionAnnouncements.TYPE, "{}"))
                .as("the check can fail")
                .isNotEmpty();
    }
}
