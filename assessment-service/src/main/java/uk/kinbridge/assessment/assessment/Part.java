package uk.kinbridge.assessment.assessment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.kinbridge.protocols.assessing.Answers;

/**
 * One section as it stands: the agency that owns it, what its people typed, and a version of its own, so that two people
 * who write in different sections at once never overwrite one another (HAC-21, SAL-07).
 *
 * @param version counts the saves of this section alone, from 1
 */
public record Part(
        String section,
        String agency,
        long version,
        Answers answers,
        List<Attachment> attachments,
        Actor by,
        Instant at) {

    public Part {
        attachments = List.copyOf(attachments);
    }

    /**
     * A document that belongs to a section, and so to the agency that owns it.
     *
     * @param document its id
     * @param mediaType what its content is, not what it was said to be
     */
    public record Attachment(String document, String name, String mediaType, long bytes, Actor by, Instant at) {}

    Optional<Attachment> attachment(String document) {
        return attachments.stream()
                .filter(one -> one.document().equals(document))
                .findFirst();
    }

    /** Whether no answer and no document of one is missing in the other. */
    boolean holdsAsMuchAs(Part other) {
        return answers.equals(other.answers) && attachments.equals(other.attachments);
    }

    Part typed(Answers now, Actor who, Instant when) {
        return new Part(section, agency, version + 1, now, attachments, who, when);
    }

    Part with(Attachment attachment) {
        var more = new ArrayList<>(attachments);
        more.add(attachment);
        return new Part(section, agency, version + 1, answers, more, attachment.by(), attachment.at());
    }
}
