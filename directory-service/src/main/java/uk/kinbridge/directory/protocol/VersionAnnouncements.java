package uk.kinbridge.directory.protocol;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.kinbridge.platform.messaging.CloudEvents;
import uk.kinbridge.platform.mongo.AggregateCollection.EventEncoder;
import uk.kinbridge.platform.mongo.Announcement;
import uk.kinbridge.platform.mongo.OutboxEntry;
import uk.kinbridge.protocols.pack.AreaId;

/** What others hear of a published version, as the contracts have it: they fetch it and keep their own copy. */
@Component
class VersionAnnouncements implements EventEncoder<PublishedVersion> {

    static final String TYPE = "uk.kinbridge.protocol.published.v1";

    private final CloudEvents events;

    VersionAnnouncements(CloudEvents events) {
        this.events = events;
    }

    record Extended(String protocol, int version) {}

    record Published(
            String protocol,
            int version,
            String hash,
            List<String> areas,
            LocalDate effectiveFrom,
            @Nullable LocalDate effectiveTo,

            @com.fasterxml.jackson.annotation.JsonProperty("extends")
            List<Extended> extending,

            String source,
            Instant publishedAt) {}

    @Override
    public OutboxEntry encode(String id, PublishedVersion event, Instant now) {
        return events.encode(id, announcement(event), now);
    }

    static Announcement announcement(PublishedVersion version) {
        var pack = version.pack();
        return new Announcement(
                TYPE,
                version.id(),
                new Published(
                        version.protocol(),
                        pack.version(),
                        version.reference().hash(),
                        pack.areas().stream().map(AreaId::value).toList(),
                        pack.effective().from(),
                        pack.effective().to(),
                        pack.extending().stream()
                                .map(below -> new Extended(below.pack().value(), below.version()))
                                .toList(),
                        version.address() + "/source",
                        version.publishedAt()));
    }
}
