package uk.kinbridge.notification.preference.web;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.InstantSource;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.kinbridge.notification.preference.PreferenceBook;
import uk.kinbridge.notification.preference.Preferences;
import uk.kinbridge.notification.preference.QuietHours;
import uk.kinbridge.notification.preference.Wish;
import uk.kinbridge.platform.security.AccessDecision;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.web.etag.EntityTag;
import uk.kinbridge.platform.web.etag.IfMatch;
import uk.kinbridge.platform.web.problem.Problem;
import uk.kinbridge.platform.web.problem.Problem.FieldError;
import uk.kinbridge.platform.web.problem.ProblemType;

/** A person's own preferences; nobody else's can be read or changed. */
@Tag(
        name = "Notification preferences",
        description = "What you want to be told by e-mail and text beside your inbox, which always has everything.")
@RestController
@RequestMapping("/api/notification-preferences")
class PreferenceController {

    private final PreferenceBook book;
    private final InstantSource time;

    PreferenceController(PreferenceBook book, InstantSource time) {
        this.book = book;
        this.time = time;
    }

    @Schema(name = "QuietHours", description = "In Europe/London; over midnight when 'until' is earlier than 'from'")
    record Quiet(
            @Schema(type = "string", example = "20:00") @JsonFormat(pattern = "HH:mm") @NotNull
            LocalTime from,

            @Schema(type = "string", example = "07:30") @JsonFormat(pattern = "HH:mm") @NotNull
            LocalTime until) {}

    @Schema(name = "NotificationPreferences")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Body(
            @Schema(allowableValues = {"everything", "urgent-only", "nothing"})
            @NotNull
            @Pattern(regexp = "everything|urgent-only|nothing")
            String email,

            @Schema(allowableValues = {"everything", "urgent-only", "nothing"})
            @NotNull
            @Pattern(regexp = "everything|urgent-only|nothing")
            String text,

            @Schema(description = "For texts, in international form", example = "+447700900123")
            @Nullable
            @Pattern(regexp = "\\+[1-9]\\d{6,13}")
            String phone,

            @Schema(description = "No mail and no text then, unless it is urgent") @Nullable @Valid
            Quiet quiet,

            @Schema(description = "What is not urgent comes together in one mail each working day")
            boolean digest,

            @Schema(example = "en") @NotNull @Pattern(regexp = "[a-z]{2}")
            String language) {

        static Body of(Preferences preferences) {
            var quiet = preferences.quiet();
            return new Body(
                    preferences.email().word(),
                    preferences.text().word(),
                    preferences.phone(),
                    quiet == null ? null : new Quiet(quiet.from(), quiet.until()),
                    preferences.digest(),
                    preferences.language());
        }

        Preferences toPreferences(String person) {
            return new Preferences(
                    person,
                    wish(email),
                    wish(text),
                    phone,
                    quiet == null ? null : new QuietHours(quiet.from(), quiet.until()),
                    digest,
                    language);
        }

        private static Wish wish(String word) {
            return Wish.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    @Operation(summary = "Reads your preferences; the usual ones if you have said nothing yet")
    @GetMapping
    ResponseEntity<Body> read(Caller caller) {
        if (caller.isService()) {
            return Problem.of(onlyPeople()).response();
        }
        var kept = book.of(caller.subject());
        return ResponseEntity.ok().eTag(EntityTag.of(kept.version())).body(Body.of(kept.preferences()));
    }

    @Operation(
            summary = "Changes your preferences",
            description = "Urgent notices heed neither quiet hours nor digests: those that cannot wait, and those whose"
                    + " time would run out while they waited.")
    @PutMapping
    ResponseEntity<Body> change(IfMatch version, @Valid @RequestBody Body body, Caller caller) {
        if (caller.isService()) {
            return Problem.of(onlyPeople()).response();
        }
        if (body.quiet() != null && body.quiet().from().equals(body.quiet().until())) {
            return wrong("quiet.until", "must differ from the beginning");
        }
        if (body.phone() == null && !body.text().equals(Wish.NOTHING.word())) {
            return wrong("phone", "is needed for texts");
        }
        var next = body.toPreferences(caller.subject());
        return book.save(version.version(), next, time.instant())
                .map(saved -> ResponseEntity.ok().eTag(EntityTag.of(saved)).body(Body.of(next)))
                .orElseGet(() -> IfMatch.stale().response());
    }

    private static ResponseEntity<Body> wrong(String field, String why) {
        return Problem.of(ProblemType.INVALID_REQUEST, "These preferences do not fit together.")
                .errors(List.of(new FieldError(field, why)))
                .response();
    }

    private static AccessDecision.Refused onlyPeople() {
        return new AccessDecision.Denied("Only people have preferences.", null);
    }
}
