package uk.kinbridge.assessment.form.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.kinbridge.platform.page.Page;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.web.link.Links;
import uk.kinbridge.platform.web.problem.Problem;
import uk.kinbridge.protocols.answering.FormSchema;
import uk.kinbridge.protocols.pack.Form;
import uk.kinbridge.protocols.pack.FormReference;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.published.Protocols;
import uk.kinbridge.protocols.time.WorkingCalendar;

/** The forms of the protocols. They hold nothing about anybody, so that whoever is signed in may read them. */
@Tag(name = "Forms", description = "What the protocols ask in assessments; each form has a version that never changes")
@RestController
@RequestMapping("/api/forms")
class FormController {

    private final Protocols protocols;
    private final InstantSource time;

    FormController(Protocols protocols, InstantSource time) {
        this.protocols = protocols;
        this.time = time;
    }

    /** A line of the list. */
    record Line(String form, String kind, String title, String words, String protocol, Links _links) {

        static Line of(Form form, Pack pack) {
            return new Line(
                    form.reference().toString(),
                    form.kind().word(),
                    form.title(),
                    form.words(),
                    pack.pack() + "@" + pack.version(),
                    Links.self("/api/forms/" + form.reference()));
        }
    }

    @Operation(
            summary = "The forms of a protocol, or of those that the caller's agency works under",
            description = "Those in force today. An area's own form of a kind stands in the place of the national one.")
    @GetMapping
    ResponseEntity<?> list(@RequestParam(required = false) @Nullable String protocol, Caller caller) {
        var today = time.instant().atZone(WorkingCalendar.LONDON).toLocalDate();
        List<Pack> packs = protocol == null
                ? protocols.of(caller.agency(), today)
                : protocols.inForce(protocol, today).stream().toList();
        return ResponseEntity.ok(Page.last(packs.stream()
                .flatMap(pack -> pack.assessing().forms().stream()
                        .sorted(Comparator.comparing(Form::kind))
                        .map(form -> Line.of(form, pack)))
                .toList()));
    }

    @Operation(
            summary = "One version of a form",
            description =
                    "Such as 'hackney-parental-needs@1': sections, questions with their help, conditions, who fills"
                            + " in, and the obligation of each.")
    @GetMapping(path = "/{form}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> read(@PathVariable String form) {
        return answer(form, MediaType.APPLICATION_JSON, FormView::of);
    }

    @Operation(
            summary = "One version of a form as a FHIR R4 Questionnaire",
            description = "For 'Accept: application/fhir+json'.")
    @GetMapping(path = "/{form}", produces = Fhir.JSON)
    ResponseEntity<?> questionnaire(@PathVariable String form) {
        return answer(form, MediaType.parseMediaType(Fhir.JSON), found -> Fhir.json(Written.questionnaire(found)));
    }

    @Operation(
            summary = "What answers to a form look like",
            description =
                    "JSON Schema 2020-12 of a draft; answers of a section that is asked for each person stand under"
                            + " the person's id.")
    @GetMapping(path = "/{form}/schema", produces = "application/schema+json")
    ResponseEntity<?> schema(@PathVariable String form) {
        return answer(form, MediaType.parseMediaType("application/schema+json"), FormSchema::of);
    }

    private ResponseEntity<?> answer(String name, MediaType type, Function<Form, Object> view) {
        Optional<Form> found = reference(name).flatMap(protocols::form);
        return found.<ResponseEntity<?>>map(
                        form -> ResponseEntity.ok().contentType(type).body(view.apply(form)))
                .orElseGet(() -> Problem.notFound().response());
    }

    private static Optional<FormReference> reference(String name) {
        try {
            return Optional.of(FormReference.parse(name));
        } catch (IllegalArgumentException notAForm) {
            return Optional.empty();
        }
    }
}
