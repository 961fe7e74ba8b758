package uk.kinbridge.directory.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.platform.web.link.Links;
import uk.kinbridge.protocols.pack.AreaId;
import uk.kinbridge.protocols.pack.Effective;
import uk.kinbridge.protocols.pack.SourceDocument;

/** What one version of a protocol is, without its rules: those are in its source. */
record ProtocolSummary(
        String id,
        int version,
        String title,
        List<String> areas,
        String jurisdiction,
        String status,
        Effective effective,
        boolean inForce,
        String hash,
        SourceDocument source,
        Instant publishedAt,
        String publishedBy,
        @Nullable String approvedBy,
        @JsonProperty("_links") Links links) {

    static ProtocolSummary of(PublishedVersion version, boolean inForce) {
        var pack = version.pack();
        String here = version.address();
        return new ProtocolSummary(
                pack.pack().value(),
                pack.version(),
                pack.title(),
                pack.areas().stream().map(AreaId::value).toList(),
                pack.jurisdiction().word(),
                pack.status().word(),
                pack.effective(),
                inForce,
                version.reference().hash(),
                pack.source(),
                version.publishedAt(),
                version.publishedBy(),
                version.approvedBy(),
                Links.self(here)
                        .and("source", here + "/source")
                        .and("obligations", here + "/obligations")
                        .and("timelines", here + "/timelines")
                        .and("differences", here + "/differences")
                        .and("diagram", here + "/diagram")
                        .and("glossary", "/api/glossary?protocol=" + pack.pack()));
    }
}
