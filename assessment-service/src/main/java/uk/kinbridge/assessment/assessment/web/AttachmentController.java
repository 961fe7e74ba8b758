package uk.kinbridge.assessment.assessment.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.time.InstantSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import uk.kinbridge.assessment.assessment.Attaching;
import uk.kinbridge.assessment.assessment.Attaching.Opened;
import uk.kinbridge.assessment.assessment.Attaching.Outcome;
import uk.kinbridge.assessment.assessment.HandleAssessment.Act;
import uk.kinbridge.assessment.kept.Records;
import uk.kinbridge.platform.access.AccessLog;
import uk.kinbridge.platform.access.Look;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.web.document.DocumentAnswers;
import uk.kinbridge.platform.web.idempotency.IdempotencyKey;
import uk.kinbridge.platform.web.idempotency.IdempotentCreation;
import uk.kinbridge.platform.web.problem.Problem;

/** The documents that go with a section. */
@Tag(name = "Sections")
@RestController
@RequestMapping("/api/assessments/{id}/sections/{section}/attachments")
class AttachmentController {

    private final Attaching attaching;
    private final Answering answering;
    private final AccessLog log;
    private final InstantSource time;

    AttachmentController(Attaching attaching, Answering answering, AccessLog log, InstantSource time) {
        this.attaching = attaching;
        this.answering = answering;
        this.log = log;
        this.time = time;
    }

    @Operation(
            summary = "A document goes with a section",
            description =
                    "PDF, Word, OpenDocument text, JPEG, PNG or plain text, at most 10 MiB; judged by content. It belongs"
                            + " to the agency that owns the section; another opens it where the decision on sharing lets"
                            + " it.")
    @IdempotentCreation
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<?> attach(
            @PathVariable String id,
            @PathVariable String section,
            @RequestPart("file") MultipartFile file,
            IdempotencyKey key,
            Caller caller)
            throws IOException {
        var now = time.instant();
        var outcome = attaching.attach(
                new Act(id, null, caller, now),
                section,
                key.derivedId().toString(),
                DocumentAnswers.nameOf(file),
                file.getBytes());
        return switch (outcome) {
            case Outcome.Handled(var handled) -> answering.of(handled, caller, now);
            case Outcome.NotTaken(var why) -> DocumentAnswers.refused(why);
        };
    }

    @Operation(
            summary = "The content of a document of a section",
            description = "For the agency that owns the section, and where the decision on sharing lets it through."
                    + " A document of another section or of another assessment is not found here.")
    @GetMapping("/{document}/content")
    ResponseEntity<?> content(
            @PathVariable String id, @PathVariable String section, @PathVariable String document, Caller caller)
            throws IOException {
        var now = time.instant();
        var opened = attaching.open(id, section, document, caller, now);
        opened.ifPresent(_ -> log.add(Look.of(Records.ASSESSMENT, id, caller, "read-document", now)));
        return opened.isEmpty() ? Problem.notFound().response() : content(opened.get());
    }

    private static ResponseEntity<?> content(Opened opened) {
        return DocumentAnswers.content(opened.document(), opened.content());
    }
}
