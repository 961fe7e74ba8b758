package uk.kinbridge.protocols;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.kinbridge.protocols.obligation.Obligation;
import uk.kinbridge.protocols.pack.AgencyRole;
import uk.kinbridge.protocols.pack.CaseEvent;
import uk.kinbridge.protocols.pack.Fact;
import uk.kinbridge.protocols.pack.Need;
import uk.kinbridge.protocols.pack.PersonRole;
import uk.kinbridge.protocols.pack.Recorded;
import uk.kinbridge.protocols.pack.Side;
import uk.kinbridge.protocols.reading.Word;

/** The page for authors lists every word that they may use. */
class AddAProtocolPageTest {

    @ParameterizedTest
    @ValueSource(
            classes = {
                AgencyRole.class,
                CaseEvent.class,
                Fact.class,
                Need.class,
                PersonRole.class,
                Recorded.class,
                Side.class,
                Obligation.Kind.class
            })
    void knows_every_word(Class<? extends Word> vocabulary) throws IOException {
        String page = Files.readString(Path.of("../docs/add-a-protocol.md"));

        assertThat(Arrays.stream(vocabulary.getEnumConstants()).map(Word::word))
                .allSatisfy(word -> assertThat(page).contains(word));
    }
}
