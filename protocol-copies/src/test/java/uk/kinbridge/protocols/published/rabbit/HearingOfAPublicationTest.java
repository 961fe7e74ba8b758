package uk.kinbridge.protocols.published.rabbit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import uk.kinbridge.platform.messaging.IncomingEvent;
import uk.kinbridge.protocols.pack.Form;
import uk.kinbridge.protocols.pack.FormReference;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.published.Calendars;
import uk.kinbridge.protocols.published.FollowDirectory;
import uk.kinbridge.protocols.published.Protocols;
import uk.kinbridge.protocols.time.BankHolidays;

/** What the directory publishes is fetched when its event comes, once, and its absence holds up nothing. */
class HearingOfAPublicationTest {

    private static final JsonMapper JSON = new JsonMapper();

    private final List<String> known = new ArrayList<>();
    private boolean directoryAnswers = true;
    private int followed;

    private final FollowDirectory directory = () -> {
        followed++;
        if (directoryAnswers) {
            known.addAll(List.of("northshire@1", "2026-11-23"));
        }
        return directoryAnswers;
    };

    private final Protocols protocols = new Protocols() {
        @Override
        public Optional<Pack> inForce(String pack, LocalDate day) {
            return Optional.empty();
        }

        @Override
        public List<Pack> of(String agency, LocalDate day) {
            return List.of();
        }

        @Override
        public List<Pack> inForceIn(String area, LocalDate day) {
            return List.of();
        }

        @Override
        public Optional<Pack> pinned(String pack, int version, String hash) {
            return Optional.empty();
        }

        @Override
        public Optional<Form> form(FormReference reference) {
            return Optional.empty();
        }

        @Override
        public boolean knows(String pack, int version) {
            return known.contains(pack + "@" + version);
        }

        @Override
        public boolean learn(String name, String yaml, String hash) {
            throw new UnsupportedOperationException();
        }
    };

    private final Calendars calendars = new Calendars() {
        @Override
        public BankHolidays newest() {
            return BankHolidays.shipped();
        }

        @Override
        public boolean knows(String version) {
            return known.contains(version);
        }

        @Override
        public boolean learn(String version, String yaml) {
            throw new UnsupportedOperationException();
        }
    };

    private final PublishedHandler handler = new PublishedHandler(protocols, calendars, directory);

    @ParameterizedTest
    @ValueSource(strings = {PublishedHandler.PROTOCOL, PublishedHandler.CALENDAR})
    void the_example_of_the_contract_has_the_directory_asked_and_its_repetition_does_not(String type)
            throws IOException {
        var event = example(type);
        var version = event.data().path("version").asString("");
        handler.handle(event);
        assertThat(followed).isEqualTo(1);

        known.add(type.equals(PublishedHandler.PROTOCOL) ? event.subject() : version);
        handler.handle(event);
        assertThat(followed).isEqualTo(1);
    }

    @Test
    void the_directorys_absence_holds_up_no_event() throws IOException {
        directoryAnswers = false;

        handler.handle(example(PublishedHandler.CALENDAR));

        assertThat(followed).isEqualTo(1);
    }

    private static IncomingEvent example(String type) throws IOException {
        var file = "/contracts/events/examples/" + type.substring("uk.kinbridge.".length()) + ".json";
        try (InputStream json = Objects.requireNonNull(PublishedHandler.class.getResourceAsStream(file), file)) {
            var event = JSON.readTree(json);
            return new IncomingEvent(
                    "m-1",
                    event.path("type").asString(""),
                    event.path("subject").asString(""),
                    Instant.parse(event.path("time").asString("")),
                    event.path("data"));
        }
    }
}
