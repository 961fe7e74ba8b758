package uk.kinbridge.assessment.assessment;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import uk.kinbridge.assessment.assessment.HandleAssessment.Act;
import uk.kinbridge.assessment.assessment.Part.Attachment;
import uk.kinbridge.platform.document.Documents;
import uk.kinbridge.platform.document.StoredDocument;
import uk.kinbridge.platform.document.UploadDocument;
import uk.kinbridge.platform.security.Caller;

/**
 * Documents that go with a section. Each is taken in for that one section and belongs to the agency that owns it; another
 * agency opens it where the decision on sharing lets that section through to it, and nowhere else (JWP-03, SAL-16).
 */
public class Attaching {

    private final HandleAssessment handle;
    private final UploadDocument upload;
    private final Documents documents;

    public Attaching(HandleAssessment handle, UploadDocument upload, Documents documents) {
        this.handle = handle;
        this.upload = upload;
        this.documents = documents;
    }

    /** How it ends. */
    public sealed interface Outcome {

        /** It goes with the section, or why not. */
        record Handled(HandleAssessment.Outcome outcome) implements Outcome {}

        /** Nothing that is taken in. */
        record NotTaken(UploadDocument.Outcome why) implements Outcome {}
    }

    /** A document as it is looked at. */
    public record Opened(StoredDocument document, InputStream content) {}

    /**
     * Takes a document in and attaches it. Whoever may attach nothing sends nothing into the store.
     *
     * @param document its id, the same when the request is repeated: then it goes on where it stopped
     * @throws IOException when it cannot be stored; then nothing is attached
     */
    public Outcome attach(Act act, String section, String document, String name, byte[] content) throws IOException {
        if (documents.find(document).isEmpty()) {
            var against = handle.againstAttaching(act, section);
            if (against.isPresent()) {
                return new Outcome.Handled(against.get());
            }
        }
        return switch (upload.upload(document, name, content, act.caller(), act.now())) {
            case UploadDocument.Outcome.Uploaded(StoredDocument stored) ->
                new Outcome.Handled(handle.attach(act, section, attachment(stored, act)));
            case UploadDocument.Outcome refused -> new Outcome.NotTaken(refused);
        };
    }

    private static Attachment attachment(StoredDocument stored, Act act) {
        return new Attachment(
                stored.id(), stored.name(), stored.mediaType(), stored.bytes(), act.by(), stored.uploadedAt());
    }

    /** Its content; empty unless it goes with that section of that assessment and this caller may see it there. */
    public Optional<Opened> open(String id, String section, String document, Caller caller, Instant now)
            throws IOException {
        var found = handle.read(id, caller, now)
                .filter(reading -> shows(reading, section, document, caller))
                .flatMap(_ -> documents.find(document));
        return found.isEmpty() ? Optional.empty() : Optional.of(new Opened(found.get(), documents.open(document)));
    }

    private static boolean shows(HandleAssessment.Reading reading, String section, String document, Caller caller) {
        var a = reading.held().assessment();
        return Shown.of(a, a.parts(), caller, reading.sharing(), reading.rules()).parts().stream()
                .anyMatch(part -> part.section().equals(section)
                        && part.attachment(document).isPresent());
    }
}
