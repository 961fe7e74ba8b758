package uk.kinbridge.referral.document.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import uk.kinbridge.platform.access.AccessLog;
import uk.kinbridge.platform.access.Look;
import uk.kinbridge.platform.document.Documents;
import uk.kinbridge.platform.document.StoredDocument;
import uk.kinbridge.platform.document.UploadDocument;
import uk.kinbridge.platform.document.UploadDocument.Outcome;
import uk.kinbridge.platform.page.Cursor;
import uk.kinbridge.platform.page.Page;
import uk.kinbridge.platform.page.PageRequest;
import uk.kinbridge.platform.security.AccessDecision;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.web.document.DocumentAnswers;
import uk.kinbridge.platform.web.idempotency.IdempotencyKey;
import uk.kinbridge.platform.web.idempotency.IdempotentCreation;
import uk.kinbridge.platform.web.link.Links;
import uk.kinbridge.platform.web.page.ListName;
import uk.kinbridge.platform.web.problem.Problem;
import uk.kinbridge.referral.access.Records;
import uk.kinbridge.referral.document.DocumentAccess;
import uk.kinbridge.referral.family.ReadFamily;
import uk.kinbridge.referral.referral.Referrals;

/** Documents that go with referrals. */
@Tag(name = "Documents", description = "Assessment paperwork and other documents that go with a referral")
@RestController
@RequestMapping("/api/documents")
class DocumentController {

    private static final String LOG = "document-access-log";

    private final UploadDocument upload;
    private final Documents documents;
    private final Referrals referrals;
    private final ReadFamily families;
    private final AccessLog log;
    private final InstantSource time;

    DocumentController(
            UploadDocument upload,
            Documents documents,
            Referrals referrals,
            ReadFamily families,
            AccessLog log,
            InstantSource time) {
        this.upload = upload;
        this.documents = documents;
        this.referrals = referrals;
        this.families = families;
        this.log = log;
        this.time = time;
    }

    record DocumentView(
            String id, String name, String mediaType, long bytes, String sha256, Instant uploadedAt, Links _links) {
        static DocumentView of(StoredDocument d) {
            return new DocumentView(
                    d.id(),
                    d.name(),
                    d.mediaType(),
                    d.bytes(),
                    d.sha256(),
                    d.uploadedAt(),
                    Links.self("/api/documents/" + d.id()).and("content", "/api/documents/" + d.id() + "/content"));
        }
    }

    @Operation(
            summary = "Upload a document",
            description = "PDF, Word, OpenDocument text, JPEG, PNG or plain text, at most 10 MiB; judged by content.")
    @IdempotentCreation
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<?> upload(@RequestPart("file") MultipartFile file, IdempotencyKey key, Caller caller)
            throws IOException {
        if (DocumentAccess.upload(caller) instanceof AccessDecision.Refused refused) {
            return Problem.of(refused).response();
        }
        var outcome = upload.upload(
                key.derivedId().toString(), DocumentAnswers.nameOf(file), file.getBytes(), caller, time.instant());
        return outcome instanceof Outcome.Uploaded(StoredDocument document)
                ? ResponseEntity.created(URI.create("/api/documents/" + document.id()))
                        .body(DocumentView.of(document))
                : DocumentAnswers.refused(outcome);
    }

    @Operation(summary = "A document without its content")
    @GetMapping("/{id}")
    ResponseEntity<?> read(@PathVariable String id, Caller caller) {
        var found = documents.find(id).filter(document -> maySee(caller, document));
        found.ifPresent(_ -> log.add(Look.of(Records.DOCUMENT, id, caller, "read-name", time.instant())));
        return found.<ResponseEntity<?>>map(document -> ResponseEntity.ok(DocumentView.of(document)))
                .orElseGet(() -> Problem.notFound().response());
    }

    @Operation(summary = "The content of a document")
    @GetMapping("/{id}/content")
    ResponseEntity<?> content(@PathVariable String id, Caller caller) throws IOException {
        var found = documents.find(id).filter(document -> maySee(caller, document));
        if (found.isEmpty()) {
            return Problem.notFound().response();
        }
        var document = found.get();
        var now = time.instant();
        var looks = new ArrayList<Look>();
        looks.add(Look.of(Records.DOCUMENT, id, caller, "read", now));
        // whoever reads the log of a referral learns who opened what came with it
        referrals
                .carriers(caller.agency(), id)
                .forEach(referral -> looks.add(Look.of(Records.REFERRAL, referral, caller, "read-document", now)));
        log.addAll(looks);
        return DocumentAnswers.content(document, documents.open(id));
    }

    @Operation(summary = "Who read this document", description = "Every look at its content, the latest first.")
    @GetMapping("/{id}/access-log")
    ResponseEntity<?> accessLog(
            @PathVariable String id, @Parameter(hidden = true) @ListName(LOG) PageRequest page, Caller caller) {
        var before = AccessLog.Place.of(page.position()).orElse(null);
        return documents
                .find(id)
                .filter(document -> maySee(caller, document))
                .<ResponseEntity<?>>map(_ -> ResponseEntity.ok(Page.of(
                                log.of(new AccessLog.Part(
                                        Look.recordOf(Records.DOCUMENT, id), null, before, page.limit() + 1)),
                                page,
                                kept -> Cursor.of(LOG, kept.look().at().toString(), kept.id()))
                        .map(AccessLog.Kept::look)))
                .orElseGet(() -> Problem.notFound().response());
    }

    private boolean maySee(Caller caller, StoredDocument document) {
        var carriers = referrals.carriers(caller.agency(), document.id());
        boolean hidden = carriers.stream()
                .flatMap(id -> referrals.find(id).stream())
                .map(held -> held.referral().disclosed().familyId())
                .distinct()
                .anyMatch(family -> families.behind(family, caller).hidden());
        return DocumentAccess.read(caller, document, !carriers.isEmpty(), hidden)
                .isGranted();
    }
}
