package uk.kinbridge.directory.protocol;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.kinbridge.directory.protocol.Publishing.Outcome;
import uk.kinbridge.platform.page.Page;
import uk.kinbridge.platform.security.AccessDecision;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.security.Role;
import uk.kinbridge.platform.web.etag.EntityTag;
import uk.kinbridge.platform.web.etag.IfMatch;
import uk.kinbridge.platform.web.problem.Problem;
import uk.kinbridge.platform.web.problem.ProblemCatalogue;
import uk.kinbridge.platform.web.problem.ProblemType;

/** Publishing a version: upload, publish, and a second person approves. All of it for role protocol-admin. */
@RestController
@RequestMapping("/api/protocols/drafts")
@Tag(name = "Publishing", description = "A version on its way into the library; role protocol-admin.")
class DraftController {

    static final ProblemType FAULTY_PACK = new ProblemType(
            "faulty-pack",
            HttpStatus.UNPROCESSABLE_CONTENT,
            "The protocol pack has faults",
            "'errors' names the line and says what to do about each. Nothing was saved.");
    static final ProblemType DRAFT_EXISTS = new ProblemType(
            "draft-exists",
            HttpStatus.CONFLICT,
            "There is a draft of that version already",
            "Change that draft, or choose the next version number. Nothing was saved.");
    static final ProblemType DRAFT_STATE = new ProblemType(
            "draft-state",
            HttpStatus.CONFLICT,
            "The draft is not at that step",
            "A draft is edited, then published by one person, then approved by another. Nothing was saved.");
    static final ProblemType SECOND_PERSON = new ProblemType(
            "second-person",
            HttpStatus.FORBIDDEN,
            "A second person has to approve",
            "Whoever edited or published a version cannot approve it. Nothing was saved.");

    private final DraftStore drafts;
    private final Publishing publishing;

    DraftController(DraftStore drafts, Publishing publishing) {
        this.drafts = drafts;
        this.publishing = publishing;
    }

    record View(
            String id,
            String state,
            String editedBy,
            Instant editedAt,
            @Nullable String publishedBy,
            @Nullable Instant publishedAt,
            @Nullable String approvedBy,
            @Nullable Instant approvedAt) {

        static View of(Draft draft) {
            return new View(
                    draft.id(),
                    draft.state().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                    draft.editedBy(),
                    draft.editedAt(),
                    draft.publishedBy(),
                    draft.publishedAt(),
                    draft.approvedBy(),
                    draft.approvedAt());
        }
    }

    static AccessDecision access(Caller caller) {
        return caller.hasRole(Role.PROTOCOL_ADMIN)
                ? AccessDecision.granted()
                : AccessDecision.denied("Only a protocol administrator sees and publishes drafts.");
    }

    @GetMapping
    @Operation(summary = "The drafts")
    ResponseEntity<Page<View>> list(Caller caller) {
        return access(caller) instanceof AccessDecision.Refused refused
                ? Problem.of(refused).response()
                : ResponseEntity.ok(
                        Page.last(drafts.all().stream().map(View::of).toList()));
    }

    @GetMapping("/{id}")
    @Operation(summary = "One draft; its ETag is what the next step has to name")
    ResponseEntity<View> one(Caller caller, @PathVariable String id) {
        if (access(caller) instanceof AccessDecision.Refused refused) {
            return Problem.of(refused).response();
        }
        return drafts.find(id)
                .map(DraftController::ok)
                .orElseGet(() -> Problem.notFound().response());
    }

    @PostMapping(consumes = {MediaType.APPLICATION_YAML_VALUE, MediaType.APPLICATION_JSON_VALUE})
    @Operation(summary = "Upload the text of a new version", description = "It is read strictly; faults come by line.")
    ResponseEntity<View> upload(Caller caller, @RequestBody String source) {
        return answer(caller, () -> publishing.upload(source, caller.username()));
    }

    @PutMapping(
            path = "/{id}",
            consumes = {MediaType.APPLICATION_YAML_VALUE, MediaType.APPLICATION_JSON_VALUE})
    @Operation(summary = "Change the text of a draft")
    ResponseEntity<View> edit(Caller caller, @PathVariable String id, IfMatch match, @RequestBody String source) {
        return answer(caller, () -> publishing.edit(id, match.version(), source, caller.username()));
    }

    @PostMapping("/{id}/publication")
    @Operation(summary = "Publish a draft: from now on it waits for a second person")
    ResponseEntity<View> publish(Caller caller, @PathVariable String id, IfMatch match) {
        return answer(caller, () -> publishing.publish(id, match.version(), caller.username()));
    }

    @PostMapping("/{id}/approval")
    @Operation(summary = "Approve a published draft as the second person: it goes into the library and never changes")
    ResponseEntity<View> approve(Caller caller, @PathVariable String id, IfMatch match) {
        return answer(caller, () -> publishing.approve(id, match.version(), caller.username()));
    }

    @PostMapping("/{id}/return")
    @Operation(summary = "Send a published draft back for editing instead of approving it")
    ResponseEntity<View> sendBack(Caller caller, @PathVariable String id, IfMatch match) {
        return answer(caller, () -> publishing.sendBack(id, match.version(), caller.username()));
    }

    private static ResponseEntity<View> answer(Caller caller, Supplier<Outcome> step) {
        if (access(caller) instanceof AccessDecision.Refused refused) {
            return Problem.of(refused).response();
        }
        return switch (step.get()) {
            case Outcome.Done(Draft draft) -> ok(draft);
            case Outcome.Faulty(var faults) ->
                Problem.of(FAULTY_PACK, "Nothing was saved. Correct what 'errors' names.")
                        .errors(faults)
                        .response();
            case Outcome.Missing() -> Problem.notFound().response();
            case Outcome.Stale() -> IfMatch.stale().response();
            case Outcome.Exists(String id) ->
                Problem.of(DRAFT_EXISTS, "There is a draft '" + id + "' already.")
                        .response();
            case Outcome.WrongState(Draft.State state) ->
                Problem.of(
                                DRAFT_STATE,
                                switch (state) {
                                    case DRAFT -> "It has not been published yet.";
                                    case AWAITING_APPROVAL -> "It waits for approval; send it back to edit it.";
                                    case PUBLISHED -> "It is in the library and never changes; upload a new version.";
                                })
                        .response();
            case Outcome.SamePerson() ->
                Problem.of(SECOND_PERSON, "Ask another protocol administrator.").response();
        };
    }

    private static ResponseEntity<View> ok(Draft draft) {
        return ResponseEntity.ok().eTag(EntityTag.of(draft.revision())).body(View.of(draft));
    }

    /** What these steps can be refused with. */
    @Configuration(proxyBeanMethods = false)
    static class Refusals {

        @Bean
        ProblemCatalogue publishingProblems() {
            return () -> List.of(FAULTY_PACK, DRAFT_EXISTS, DRAFT_STATE, SECOND_PERSON);
        }
    }
}
