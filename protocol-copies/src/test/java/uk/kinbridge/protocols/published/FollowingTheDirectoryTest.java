package uk.kinbridge.protocols.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.pack.Packs;

/** A referral runs under the newest protocol that is known, and under its own for ever. */
class FollowingTheDirectoryTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    private final List<Pack> kept = new ArrayList<>();
    private final ProtocolCopies copies = new ProtocolCopies() {
        @Override
        public List<Pack> all() {
            return kept;
        }

        @Override
        public void keep(Pack pack, String yaml) {
            kept.add(pack);
        }
    };
    private final Protocols protocols = new PublishedProtocols(Packs.shipped(), copies);

    @Test
    void without_the_directory_the_shipped_protocol_is_in_force() {
        assertThat(protocols.inForce("hackney", DAY))
                .get()
                .extracting(Pack::version)
                .isEqualTo(1);
        assertThat(protocols.knows("hackney", 1)).isTrue();
        assertThat(protocols.inForce("atlantis", DAY)).isEmpty();
    }

    @Test
    void a_newer_version_is_in_force_for_new_cases_and_the_old_one_stays_pinned() throws IOException {
        var before = protocols.inForce("hackney", DAY).orElseThrow();
        var second = secondVersion();

        assertThat(protocols.learn("hackney@2", second, hashOf(second))).isTrue();

        assertThat(protocols.inForce("hackney", DAY))
                .get()
                .extracting(Pack::version)
                .isEqualTo(2);
        assertThat(protocols.pinned("hackney", 1, before.reference().hash())).contains(before);
    }

    @Test
    void what_is_published_after_what_was_learned_is_in_force_without_a_restart() throws IOException {
        var second = version(2);
        var third = version(3);
        protocols.learn("hackney@2", second, hashOf(second));
        assertThat(protocols.knows("hackney", 2)).isTrue();

        protocols.learn("hackney@3", third, hashOf(third));

        assertThat(protocols.knows("hackney", 3)).isTrue();
        assertThat(protocols.inForce("hackney", DAY))
                .get()
                .extracting(Pack::version)
                .isEqualTo(3);
    }

    @Test
    void what_was_learned_is_known_after_a_restart() throws IOException {
        var second = secondVersion();
        protocols.learn("hackney@2", second, hashOf(second));

        var restarted = new PublishedProtocols(Packs.shipped(), copies);

        assertThat(restarted.inForce("hackney", DAY))
                .get()
                .extracting(Pack::version)
                .isEqualTo(2);
    }

    @Test
    void a_text_that_is_not_what_was_published_is_not_used() throws IOException {
        assertThat(protocols.learn("hackney@2", secondVersion(), "another hash"))
                .isFalse();

        assertThat(protocols.knows("hackney", 2)).isFalse();
    }

    private static String secondVersion() throws IOException {
        return version(2);
    }

    private static String version(int number) throws IOException {
        try (InputStream first = Objects.requireNonNull(Packs.class.getResourceAsStream("/packs/hackney-1.yaml"))) {
            return new String(first.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("version: 1\n", "version: " + number + "\n");
        }
    }

    private static String hashOf(String yaml) {
        var pack = Packs.read("hackney@2", yaml.getBytes(StandardCharsets.UTF_8));
        return Packs.shipped()
                .with(pack)
                .version(pack.pack(), pack.version())
                .orElseThrow()
                .reference()
                .hash();
    }
}
