package uk.kinbridge.directory.contact;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.kinbridge.directory.calendar.Calendars;
import uk.kinbridge.directory.protocol.Library;
import uk.kinbridge.platform.page.Page;
import uk.kinbridge.platform.web.problem.ProblemCatalogue;
import uk.kinbridge.protocols.pack.Need;
import uk.kinbridge.protocols.pack.Packs;

/** Published front-door numbers, for anybody: no sign-in, no database. */
@RestController
@RequestMapping("/api/contacts")
@Tag(
        name = "Contacts",
        description = "Whom to call, by area, need and time. Open to everybody; nothing here is personal.")
@SecurityRequirements
class ContactController {

    /** A cached answer is at most so old, and never older than its own 'until'. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Library library;
    private final Calendars calendars;
    private final InstantSource time;
    private final ThisMinute thisMinute = new ThisMinute();

    ContactController(Library library, Calendars calendars, InstantSource time) {
        this.library = library;
        this.calendars = calendars;
        this.time = time;
    }

    @GetMapping("/now")
    @Operation(
            summary = "The one number to call now, why this one, until when, and the next if nobody answers",
            description = "Answers from memory when the database is down. Needs: see /api/contacts/needs.")
    ResponseEntity<Answer> now(
            @Parameter(example = "isle-of-wight") @RequestParam(required = false) @Nullable String area,
            @Parameter(example = "child-protection") @RequestParam(required = false) @Nullable String need,
            @Parameter(description = "another moment than now, RFC 3339", example = "2026-12-26T03:00:00Z")
                    @RequestParam(required = false)
                    @Nullable
                    String at) {
        Packs packs = library.packs();
        return switch (Question.of(packs, area, need, at, time.instant())) {
            case Question.Unclear(var problem) -> problem.response();
            case Question.Clear clear -> {
                Answer answer = at == null
                        ? thisMinute.answer(packs, clear, question -> answer(packs, question))
                        : answer(packs, clear);
                yield answer.isEmpty()
                        ? Question.nobody(packs, clear.area(), clear.need()).response()
                        : cached(answer, at);
            }
        };
    }

    private Answer answer(Packs packs, Question.Clear question) {
        return new WhomToCall(packs, calendars.current()).answer(question.area(), question.need(), question.at());
    }

    @GetMapping("/needs")
    @Operation(summary = "What can be asked for, in words, and where somebody is named for it")
    ResponseEntity<Page<NeedView>> needs() {
        var packs = library.packs();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(LONGEST).cachePublic())
                .body(Page.last(Stream.of(Need.values())
                        .map(need -> new NeedView(
                                need.word(),
                                Needs.inWords(need),
                                Question.areasThatName(packs, need, time.instant(), calendars.current())))
                        .toList()));
    }

    private ResponseEntity<Answer> cached(Answer answer, @Nullable String at) {
        Duration fresh = LONGEST;
        Instant now = time.instant();
        if (at == null && answer.until() != null) {
            Duration left = Duration.between(now, answer.until());
            fresh = left.compareTo(LONGEST) < 0 ? left.truncatedTo(ChronoUnit.SECONDS) : LONGEST;
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(fresh).cachePublic())
                .eTag(answer.tag())
                .body(answer);
    }

    /** What this can be refused with. */
    @Configuration(proxyBeanMethods = false)
    static class Refusals {

        @Bean
        ProblemCatalogue contactProblems() {
            return () -> List.of(Question.NOBODY_NAMED);
        }
    }

    record NeedView(String need, String words, List<String> areas) {}
}
