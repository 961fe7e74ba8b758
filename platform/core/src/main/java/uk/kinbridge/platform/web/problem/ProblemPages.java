package uk.kinbridge.platform.web.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The documentation of the problem types, and the last resort for errors that the container itself reports. */
@RestController
final class ProblemPages implements ErrorController {

    private final List<ProblemType> types;

    ProblemPages(List<ProblemCatalogue> catalogues) {
        types = Stream.concat(
                        ProblemType.COMMON.stream(),
                        catalogues.stream().flatMap(catalogue -> catalogue.types().stream()))
                .toList();
    }

    @GetMapping("/problems")
    List<Entry> all() {
        return types.stream().map(Entry::of).toList();
    }

    @GetMapping("/problems/{slug}")
    ResponseEntity<Entry> one(@PathVariable String slug) {
        return types.stream()
                .filter(type -> type.slug().equals(slug))
                .findFirst()
                .map(type -> ResponseEntity.ok(Entry.of(type)))
                .orElseGet(() -> Problem.notFound().response());
    }

    @RequestMapping("/error")
    ResponseEntity<Entry> error(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatusCode status = code instanceof Integer number ? HttpStatusCode.valueOf(number) : HttpStatus.NOT_FOUND;
        return status.is5xxServerError()
                ? Problem.of(ProblemType.UNEXPECTED, "Something went wrong on our side.")
                        .response()
                : RequestFaults.ofStatus(status).response();
    }

    /** A type as it is documented. */
    record Entry(String type, int status, String title, String description) {

        static Entry of(ProblemType type) {
            return new Entry(type.uri().toString(), type.status().value(), type.title(), type.description());
        }
    }
}
