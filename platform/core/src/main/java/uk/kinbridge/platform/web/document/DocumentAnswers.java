package uk.kinbridge.platform.web.document;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.multipart.MultipartFile;
import uk.kinbridge.platform.document.StoredDocument;
import uk.kinbridge.platform.document.UploadDocument;
import uk.kinbridge.platform.document.UploadDocument.Outcome;
import uk.kinbridge.platform.web.problem.Problem;
import uk.kinbridge.platform.web.problem.ProblemType;

/** The answers to uploads, and to those who open what was uploaded. */
public final class DocumentAnswers {

    private static final ProblemType EMPTY = new ProblemType(
            "empty-document", HttpStatus.UNPROCESSABLE_CONTENT, "The document is empty", "An upload without content.");
    private static final ProblemType NOT_ACCEPTED = new ProblemType(
            "document-type",
            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
            "Documents of this type are not accepted",
            "Accepted are PDF, Word (docx), OpenDocument text, JPEG, PNG and plain text. What counts is the content of"
                    + " the file, not its name.");

    private DocumentAnswers() {}

    /** The problems of uploads, for the catalogue. */
    public static List<ProblemType> problems() {
        return List.of(EMPTY, NOT_ACCEPTED);
    }

    /** The name under which it was sent; empty when it had none. */
    public static String nameOf(MultipartFile file) {
        var name = file.getOriginalFilename();
        return name == null ? "" : name;
    }

    /** Why it was not taken in. */
    public static ResponseEntity<?> refused(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Empty() ->
                Problem.of(EMPTY, "The file has no content. Choose it again.").response();
            case Outcome.TooLarge(long bytes) ->
                Problem.of(
                                ProblemType.PAYLOAD_TOO_LARGE,
                                "The document has " + bytes + " bytes; at most " + UploadDocument.MAX_BYTES
                                        + " are accepted. Nothing was saved.")
                        .response();
            case Outcome.NotAccepted(String mediaType) ->
                Problem.of(NOT_ACCEPTED, "The content of this file is " + mediaType + ". Nothing was saved.")
                        .response();
            case Outcome.Uploaded _ -> throw new IllegalStateException("not refused");
        };
    }

    /** Its content as a stream, to be saved as a file: never shown inside a page of ours, whatever is in it. */
    public static ResponseEntity<InputStreamResource> content(StoredDocument document, InputStream content) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(document.mediaType()))
                .contentLength(document.bytes())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(document.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(new InputStreamResource(content));
    }
}
