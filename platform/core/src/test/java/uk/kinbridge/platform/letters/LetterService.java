package uk.kinbridge.platform.letters;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.kinbridge.platform.messaging.MessagingAutoConfiguration;
import uk.kinbridge.platform.security.AccessDecision;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.security.Role;
import uk.kinbridge.platform.web.problem.Problem;

/** Letters from one agency to another: enough to have something to hide. */
@SpringBootApplication(exclude = MessagingAutoConfiguration.class)
class LetterService {

    record Letter(String id, String from, String to) {

        AccessDecision read(Caller caller) {
            if (!caller.worksFor(from) && !caller.worksFor(to)) {
                return AccessDecision.concealed();
            }
            return caller.hasAnyRole(Role.PRACTITIONER, Role.MANAGER)
                    ? AccessDecision.granted()
                    : AccessDecision.denied("Letters are for practitioners and their managers.");
        }
    }

    @RestController
    @RequestMapping("/api/letters")
    static class Letters {

        final Map<String, Letter> letters = new ConcurrentHashMap<>();

        String write() {
            String id = UUID.randomUUID().toString();
            letters.put(id, new Letter(id, "north", "south"));
            return id;
        }

        @GetMapping
        List<Letter> all(Caller caller) {
            return letters.values().stream()
                    .filter(letter -> letter.read(caller).isGranted())
                    .toList();
        }

        @GetMapping("/{id}")
        ResponseEntity<Letter> one(@PathVariable String id, Caller caller) {
            Letter letter = letters.get(id);
            return switch (letter == null ? AccessDecision.concealed() : letter.read(caller)) {
                case AccessDecision.Granted granted -> ResponseEntity.ok(letter);
                case AccessDecision.Refused refused -> Problem.of(refused).response();
            };
        }

        @PostMapping("/{id}/receipt")
        ResponseEntity<Letter> receive(@PathVariable String id, Caller caller) {
            Letter letter = letters.get(id);
            if (letter == null || !caller.worksFor(letter.to())) {
                return Problem.notFound().response();
            }
            letters.remove(id);
            return ResponseEntity.ok(letter);
        }
    }
}
