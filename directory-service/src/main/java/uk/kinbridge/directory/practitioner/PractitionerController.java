package uk.kinbridge.directory.practitioner;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.kinbridge.platform.page.Page;
import uk.kinbridge.platform.security.Caller;

/** Who works in an agency. There is nothing to write here: people are kept in the sign-in service. */
@RestController
@RequestMapping("/api/agencies/{agency}/practitioners")
@Tag(name = "Practitioners", description = "The people of an agency, as the sign-in service knows them.")
class PractitionerController {

    private final AskedPeople people;

    PractitionerController(AskedPeople people) {
        this.people = people;
    }

    record Colleague(
            String subject,
            String username,
            String name,
            @Nullable String email,
            List<String> teams,
            List<String> roles) {}

    @GetMapping
    @Operation(
            summary = "The people who can act in an agency now",
            description = "E-mail addresses are shown to colleagues and to services only.")
    Page<Colleague> list(
            Caller caller, @PathVariable String agency, @RequestParam(required = false) @Nullable String role) {
        boolean close = caller.worksFor(agency) || caller.isService();
        return Page.last(people.activeIn(agency).stream()
                .filter(person -> role == null || person.roles().contains(role))
                .map(person -> new Colleague(
                        person.subject(),
                        person.username(),
                        person.name(),
                        close ? person.email() : null,
                        person.teams(),
                        person.roles()))
                .toList());
    }
}
