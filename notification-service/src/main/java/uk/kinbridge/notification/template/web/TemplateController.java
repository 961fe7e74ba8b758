package uk.kinbridge.notification.template.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.kinbridge.notification.template.Letter;
import uk.kinbridge.notification.template.Template;
import uk.kinbridge.notification.template.TemplateAccess;
import uk.kinbridge.notification.template.Templates;
import uk.kinbridge.platform.page.Page;
import uk.kinbridge.platform.security.AccessDecision;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.web.problem.Problem;
import uk.kinbridge.platform.web.problem.Problem.FieldError;
import uk.kinbridge.platform.web.problem.ProblemType;

/** The words of mails and texts: which there are, how they look, and how other words would look. */
@Tag(
        name = "Message templates",
        description = "The words of mails and texts. They are files of the installation; here they are looked at and"
                + " tried out. No field of them can hold a person's name or words.")
@RestController
@RequestMapping("/api/message-templates")
class TemplateController {

    private final Templates templates;

    TemplateController(Templates templates) {
        this.templates = templates;
    }

    @Schema(name = "MessageTemplate")
    record View(
            @Schema(example = "delivered.email.en") String name,

            @Schema(description = "In which it is written, as a language tag", example = "en")
            String language,

            @Schema(
                    description =
                            "Languages in which others are written and this one is not: whoever prefers them gets it in"
                                    + " English")
            List<String> untranslated,

            Set<String> fields,

            @Schema(description = "Fields that it may use, with a value each")
            Map<String, String> available) {}

    @Schema(name = "MessagePreview")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Preview(String subject, String body, String language) {
        static Preview of(Letter letter) {
            return new Preview(letter.subject(), letter.body(), letter.language());
        }
    }

    @Schema(name = "MessageDraft")
    record Draft(
            @Schema(description = "As its file would be: for a mail 'Subject: …', an empty line, the body")
            @NotBlank
            @Size(max = 10_000)
            String text) {}

    @Operation(summary = "Lists the templates")
    @GetMapping
    ResponseEntity<Page<View>> list(Caller caller) {
        return switch (TemplateAccess.look(caller)) {
            case AccessDecision.Refused refused -> Problem.of(refused).response();
            case AccessDecision.Granted() ->
                ResponseEntity.ok(Page.last(templates.all().entrySet().stream()
                        .map(entry -> view(entry.getKey(), entry.getValue()))
                        .toList()));
        };
    }

    private View view(Templates.Key key, Template template) {
        var missing = templates.languages().stream()
                .filter(language -> key.language().equals(Templates.ENGLISH)
                        && templates.untranslated(language).contains(key.in(language)))
                .toList();
        return new View(key.spelt(), key.language(), missing, template.fields(), Templates.samples(key));
    }

    @Operation(summary = "Shows how a template looks when it is filled in")
    @GetMapping("/{name}/preview")
    ResponseEntity<Preview> preview(@PathVariable String name, Caller caller) {
        if (TemplateAccess.look(caller) instanceof AccessDecision.Refused refused) {
            return Problem.of(refused).response();
        }
        var key = Templates.Key.read(name).orElse(null);
        var template = key == null ? null : templates.find(key).orElse(null);
        return key == null || template == null
                ? Problem.notFound().response()
                : ResponseEntity.ok(Preview.of(template.fill(Templates.samples(key), key.language())));
    }

    @Operation(
            summary = "Tries out other words for a template",
            description = "Nothing is kept. A field that nobody fills in, or a mail without a subject, is refused.")
    @PostMapping("/{name}/preview")
    ResponseEntity<Preview> tryOut(@PathVariable String name, @Valid @RequestBody Draft draft, Caller caller) {
        if (TemplateAccess.look(caller) instanceof AccessDecision.Refused refused) {
            return Problem.of(refused).response();
        }
        var key = Templates.Key.read(name).orElse(null);
        if (key == null) {
            return Problem.notFound().response();
        }
        var template = Template.parse(draft.text());
        return Templates.fault(key, template)
                .map(TemplateController::refusal)
                .orElseGet(() -> ResponseEntity.ok(Preview.of(template.fill(Templates.samples(key), key.language()))));
    }

    private static ResponseEntity<Preview> refusal(Templates.Fault fault) {
        var why = switch (fault) {
            case Templates.Fault.UnknownFields(var fields) ->
                "has fields that nobody fills in: " + String.join(", ", fields);
            case Templates.Fault.Incomplete(var what) -> what;
        };
        return Problem.of(ProblemType.INVALID_REQUEST, "A template with these words could not be sent.")
                .errors(List.of(new FieldError("text", why)))
                .response();
    }
}
