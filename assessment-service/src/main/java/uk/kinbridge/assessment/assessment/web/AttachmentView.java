package uk.kinbridge.assessment.assessment.web;

import java.time.Instant;
import java.util.List;
import uk.kinbridge.assessment.assessment.Actor;
import uk.kinbridge.assessment.assessment.Part;
import uk.kinbridge.platform.web.link.Links;

/** A document of a section, with the way to its content. */
record AttachmentView(String id, String name, String mediaType, long bytes, Actor by, Instant at, Links _links) {

    static List<AttachmentView> of(String assessment, Part part) {
        var here = "/api/assessments/" + assessment + "/sections/" + part.section() + "/attachments/";
        return part.attachments().stream()
                .map(one -> new AttachmentView(
                        one.document(),
                        one.name(),
                        one.mediaType(),
                        one.bytes(),
                        one.by(),
                        one.at(),
                        Links.self(here + one.document() + "/content")))
                .toList();
    }
}
