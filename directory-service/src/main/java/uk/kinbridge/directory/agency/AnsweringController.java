package uk.kinbridge.directory.agency;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.kinbridge.directory.practitioner.AskedPeople;
import uk.kinbridge.platform.page.Page;
import uk.kinbridge.platform.web.problem.Problem;

/** Who answers for a role now. */
@RestController
@RequestMapping("/api/agencies/{id}/answering")
@Tag(name = "Agencies")
class AnsweringController {

    private final AgencyBook agencies;
    private final AskedPeople people;
    private final InstantSource time;

    AnsweringController(AgencyBook agencies, AskedPeople people, InstantSource time) {
        this.agencies = agencies;
        this.people = people;
        this.time = time;
    }

    @GetMapping
    @Operation(
            summary = "Who answers for a role of an agency, now or at another moment, the first to ask first",
            description = "By rota, then by name, then by role; for somebody who is away their delegate.")
    ResponseEntity<Page<Answering.Person>> answering(
            @PathVariable String id,
            @RequestParam Post role,
            @RequestParam(required = false) @Nullable String team,
            @RequestParam(required = false) @Nullable Instant at) {
        Instant moment = at == null ? time.instant() : at;
        return agencies.find(id)
                .map(agency -> ResponseEntity.ok(
                        Page.last(new Answering(agency, people.activeIn(id)).answeringFor(role, team, moment))))
                .orElseGet(() -> Problem.notFound().response());
    }

    /** Roles are written in addresses as everywhere else. */
    @Component
    static class PostInAddress implements Converter<String, Post> {

        @Override
        public Post convert(String word) {
            return Post.of(word);
        }
    }
}
