package uk.kinbridge.directory.protocol;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.kinbridge.platform.page.Page;
import uk.kinbridge.platform.security.AccessDecision;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.web.etag.EntityTag;
import uk.kinbridge.platform.web.problem.Problem;
import uk.kinbridge.platform.web.problem.Problem.FieldError;
import uk.kinbridge.protocols.pack.PackDifferences.Difference;

/** Looking at drafts before they are published; the second person decides on what is read here. */
@RestController
@RequestMapping("/api/protocols/drafts")
@Tag(name = "Publishing")
class DraftReadingController {

    private final DraftStore drafts;
    private final Publishing publishing;

    DraftReadingController(DraftStore drafts, Publishing publishing) {
        this.drafts = drafts;
        this.publishing = publishing;
    }

    @GetMapping
    @Operation(summary = "The drafts")
    ResponseEntity<Page<DraftView>> list(Caller caller) {
        return listed(
                caller,
                () -> Optional.of(drafts.all().stream().map(DraftView::of).toList()));
    }

    @GetMapping("/{id}")
    @Operation(summary = "One draft; its ETag is what the next step has to name")
    ResponseEntity<DraftView> one(Caller caller, @PathVariable String id) {
        return only(caller, () -> drafts.find(id).map(DraftController::ok));
    }

    @GetMapping("/{id}/text")
    @Operation(summary = "The texts of a draft, in the form that an edit takes")
    ResponseEntity<DraftController.Upload> text(Caller caller, @PathVariable String id) {
        return only(
                caller,
                () -> drafts.find(id)
                        .map(draft -> ResponseEntity.ok()
                                .eTag(EntityTag.of(draft.revision()))
                                .body(DraftController.Upload.of(draft.text()))));
    }

    @GetMapping("/{id}/findings")
    @Operation(
            summary = "What stands against publishing a draft, by file and line",
            description = "The proof that publishing asks for: the linter, the worked timelines and the model check.")
    ResponseEntity<Page<FieldError>> findings(Caller caller, @PathVariable String id) {
        return listed(caller, () -> publishing.findings(id));
    }

    @GetMapping("/{id}/differences")
    @Operation(summary = "What a draft changes against the newest published version, in words")
    ResponseEntity<Page<Difference>> differences(Caller caller, @PathVariable String id) {
        return listed(caller, () -> publishing.differences(id));
    }

    private static <T> ResponseEntity<Page<T>> listed(Caller caller, Supplier<Optional<List<T>>> found) {
        return only(caller, () -> found.get().map(items -> ResponseEntity.ok(Page.last(items))));
    }

    private static <T> ResponseEntity<T> only(Caller caller, Supplier<Optional<ResponseEntity<T>>> answer) {
        if (DraftController.access(caller) instanceof AccessDecision.Refused refused) {
            return Problem.of(refused).response();
        }
        return answer.get().orElseGet(() -> Problem.notFound().response());
    }
}
