package uk.kinbridge.gateway.catalogue;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import uk.kinbridge.gateway.pages.Pages;

/** What a problem's {@code type} leads to: a page for people, the same as JSON for programs. */
@RestController
class ProblemPages {

    private final ProblemCatalogue catalogue;
    private final Pages pages;

    ProblemPages(ProblemCatalogue catalogue, Pages pages) {
        this.catalogue = catalogue;
        this.pages = pages;
    }

    @GetMapping("/problems")
    ResponseEntity<?> all(HttpServletRequest request) {
        List<ProblemType> types = catalogue.all();
        return Pages.isWanted(request)
                ? pages.show(request, "problems", Map.of("title", "Problem types", "types", types))
                : ResponseEntity.ok(types);
    }

    @GetMapping("/problems/{slug}")
    ResponseEntity<?> one(@PathVariable String slug, HttpServletRequest request) {
        ProblemType type = catalogue.find(slug).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return Pages.isWanted(request)
                ? pages.show(request, "problems", Map.of("title", type.title(), "types", List.of(type)))
                : ResponseEntity.ok(type);
    }
}
