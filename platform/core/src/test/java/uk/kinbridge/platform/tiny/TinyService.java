package uk.kinbridge.platform.tiny;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import uk.kinbridge.platform.messaging.MessagingAutoConfiguration;
import uk.kinbridge.platform.page.Cursor;
import uk.kinbridge.platform.page.Page;
import uk.kinbridge.platform.page.PageRequest;
import uk.kinbridge.platform.security.AccessDecision;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.security.Role;
import uk.kinbridge.platform.web.etag.EntityTag;
import uk.kinbridge.platform.web.etag.IfMatch;
import uk.kinbridge.platform.web.page.ListName;
import uk.kinbridge.platform.web.problem.Problem;

/** The smallest service that has everything to refuse; the platform's HTTP behaviour is tested on it. */
@SpringBootApplication(exclude = MessagingAutoConfiguration.class)
public class TinyService {

    /** Tea, since it is nobody's business who drinks it. */
    @RestController
    @RequestMapping("/api/teas")
    static class Teas {

        enum Kind {
            BLACK,
            GREEN
        }

        record Leaf(@NotBlank String garden) {}

        record Grams(int value) {
            Grams {
                if (value < 1) {
                    throw new IllegalArgumentException("must weigh something");
                }
            }
        }

        record Tea(
                @NotBlank String name,
                @Positive int minutes,
                Kind kind,
                LocalDate picked,
                @Valid List<Leaf> leaves,
                Grams weight) {}

        @GetMapping("/whoami")
        Whoami whoami(Caller caller) {
            return new Whoami(
                    caller.subject(),
                    caller.username(),
                    caller.agency(),
                    caller.teams().stream().sorted().toList(),
                    caller.roles().stream().map(Role::kebab).sorted().toList());
        }

        @PostMapping
        ResponseEntity<Void> brew(@Valid @RequestBody Tea tea) {
            return ResponseEntity.noContent().build();
        }

        @PostMapping("/labels")
        ResponseEntity<Void> label(@RequestPart MultipartFile label) {
            return ResponseEntity.noContent().build();
        }

        @GetMapping("/strength")
        int strength(@RequestParam @Max(5) int spoons) {
            return spoons;
        }

        @GetMapping("/kind")
        Kind kind(@RequestParam Kind kind) {
            return kind;
        }

        @GetMapping("/decision/{decision}")
        ResponseEntity<String> decision(@PathVariable String decision) {
            AccessDecision outcome = switch (decision) {
                case "denied" -> AccessDecision.denied("Only its brewer may drink it.", "TEA-01");
                case "concealed" -> AccessDecision.concealed();
                default -> AccessDecision.granted();
            };
            return switch (outcome) {
                case AccessDecision.Granted granted -> ResponseEntity.ok("tea");
                case AccessDecision.Refused refused -> Problem.of(refused).response();
            };
        }

        @GetMapping(path = "/harvest", produces = "text/calendar")
        ResponseEntity<String> harvest() {
            return Problem.of(new AccessDecision.Denied("Only its grower may know.", "TEA-02"))
                    .response();
        }

        @GetMapping("/list")
        Page<String> list(@ListName("teas") PageRequest request) {
            List<String> after = request.position();
            List<String> found = Stream.of("assam", "darjeeling", "sencha")
                    .filter(tea -> after.isEmpty() || tea.compareTo(after.getFirst()) > 0)
                    .limit(request.limit() + 1L)
                    .toList();
            return Page.of(found, request, tea -> Cursor.of("teas", tea));
        }

        @PutMapping("/one")
        ResponseEntity<Void> change(IfMatch read) {
            return read.version() == 3
                    ? ResponseEntity.noContent().eTag(EntityTag.of(4)).build()
                    : IfMatch.stale().response();
        }

        @GetMapping("/spill")
        String spill(@RequestParam String over) {
            throw new IllegalStateException("spilled over " + over);
        }
    }

    record Whoami(String subject, String username, String agency, List<String> teams, List<String> roles) {}
}
