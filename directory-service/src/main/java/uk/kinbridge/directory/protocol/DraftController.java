package uk.kinbridge.directory.protocol;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.kinbridge.directory.protocol.Publishing.Outcome;
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
            "'errors' names file and line and says what to do about each. Nothing was saved.");
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

    private final Publishing publishing;

    DraftController(Publishing publishing) {
        this.publishing = publishing;
    }

    /** The three files that make a version, each as a text. */
    record Upload(
            @NotBlank String pack,
            @Nullable String obligations,
            @Nullable String timelines) {

        static Upload of(Manuscript text) {
            return new Upload(text.pack(), text.obligations(), text.timelines());
        }

        Manuscript text() {
            return new Manuscript(pack, obligations, timelines);
        }
    }

    static AccessDecision access(Caller caller) {
        return caller.hasRole(Role.PROTOCOL_ADMIN)
                ? AccessDecision.granted()
                : AccessDecision.denied("Only a protocol administrator sees and publishes drafts.");
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Upload a new version: the pack, the obligations that are new with it, its worked timelines",
            description = "The three files of docs/add-a-protocol.md, each as a text. It is read strictly; faults come"
                    + " by file and line. Its ETag is what the next step has to name.")
    ResponseEntity<DraftView> upload(Caller caller, @Valid @RequestBody Upload body) {
        return answer(caller, () -> publishing.upload(body.text(), caller.username()));
    }

    @PutMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Change the texts of a draft")
    ResponseEntity<DraftView> edit(
            Caller caller, @PathVariable String id, IfMatch match, @Valid @RequestBody Upload body) {
        return answer(caller, () -> publishing.edit(id, match.version(), body.text(), caller.username()));
    }

    @PostMapping("/{id}/publication")
    @Operation(summary = "Publish a draft: from now on it waits for a second person")
    ResponseEntity<DraftView> publish(Caller caller, @PathVariable String id, IfMatch match) {
        return answer(caller, () -> publishing.publish(id, match.version(), caller.username()));
    }

    @PostMapping("/{id}/approval")
    @Operation(summary = "Approve a published draft as the second person: it goes into the library and never changes")
    ResponseEntity<DraftView> approve(Caller caller, @PathVariable String id, IfMatch match) {
        return answer(caller, () -> publishing.approve(id, match.version(), caller.username()));
    }

    @PostMapping("/{id}/return")
    @Operation(summary = "Send a published draft back for editing instead of approving it")
    ResponseEntity<DraftView> sendBack(Caller caller, @PathVariable String id, IfMatch match) {
        return answer(caller, () -> publishing.sendBack(id, match.version()));
    }

    private static ResponseEntity<DraftView> answer(Caller caller, Supplier<Outcome> step) {
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

    static ResponseEntity<DraftView> ok(Draft draft) {
        return ResponseEntity.ok().eTag(EntityTag.of(draft.revision())).body(DraftView.of(draft));
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
