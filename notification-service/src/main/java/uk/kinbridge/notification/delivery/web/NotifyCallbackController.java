package uk.kinbridge.notification.delivery.web;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import uk.kinbridge.notification.delivery.TakeReceipt;
import uk.kinbridge.platform.web.problem.Problem;
import uk.kinbridge.platform.web.problem.ProblemType;

/** Where GOV.UK Notify tells what became of a mail or text. It comes without a person, with a token of ours. */
@Tag(name = "Deliveries")
@RestController
class NotifyCallbackController {

    private static final String BEARER = "Bearer ";
    private static final Map<String, String> FAILURES = Map.of(
            "permanent-failure", "GOV.UK Notify: the address does not exist",
            "temporary-failure", "GOV.UK Notify: it could not be delivered in time",
            "technical-failure", "GOV.UK Notify: a fault between it and the mail or phone company");

    private final TakeReceipt receipts;
    private final InstantSource time;
    private final String token;

    NotifyCallbackController(
            TakeReceipt receipts,
            InstantSource time,
            @Value("${kinbridge.channels.govuk-notify.callback-token:}") String token) {
        this.receipts = receipts;
        this.time = time;
        this.token = token;
    }

    /** Only what is read here; Notify says more, and may say still more tomorrow. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Callback(
            @NotBlank @Size(max = 100) String id,
            @Nullable @Size(max = 100) String reference,
            @NotBlank @Size(max = 50) String status,

            @JsonProperty("completed_at") @Nullable @Size(max = 50)
            String completedAt) {}

    @Operation(
            summary = "Takes a delivery receipt of GOV.UK Notify",
            description =
                    "With the bearer token that was set at Notify. The same receipt a second time changes nothing.")
    @PostMapping(CallbackTokens.PATH)
    ResponseEntity<Void> take(
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable
                    String authorization,
            @Valid @RequestBody Callback callback) {
        if (!isOurs(authorization)) {
            return Problem.of(ProblemType.NOT_SIGNED_IN, "Send the bearer token that was set for callbacks.")
                    .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                    .response();
        }
        if (callback.reference() != null) {
            receipts.take(
                    callback.reference(),
                    callback.status(),
                    callback.status().equals("delivered"),
                    FAILURES.get(callback.status()),
                    callback.id(),
                    at(callback.completedAt()));
        }
        // Also for what is not ours (any more): Notify would send it again for nothing.
        return ResponseEntity.noContent().build();
    }

    /** Compared as hashes, so that neither length nor time tells anything of the token. */
    private boolean isOurs(@Nullable String authorization) {
        if (token.isBlank() || authorization == null || !authorization.startsWith(BEARER)) {
            return false;
        }
        return MessageDigest.isEqual(hash(token), hash(authorization.substring(BEARER.length())));
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    private Instant at(@Nullable String text) {
        try {
            return text == null
                    ? time.instant()
                    : OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeException unreadable) {
            return time.instant();
        }
    }
}
