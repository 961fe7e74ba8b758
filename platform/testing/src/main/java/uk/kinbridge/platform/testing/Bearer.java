package uk.kinbridge.platform.testing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The claims of a token to be; every method answers a changed copy. */
public record Bearer(Map<String, Object> claims, boolean byForeignKey) {

    private static final List<String> ALL_SERVICES = List.of(
            "directory-service",
            "referral-service",
            "assessment-service",
            "escalation-service",
            "notification-service");

    public Bearer {
        claims = Map.copyOf(claims);
    }

    static Bearer of(String username) {
        // Tokens live in real time, whatever time the suite under test believes in.
        Instant issued = InstantSource.system().instant();
        UUID subject = UUID.nameUUIDFromBytes(username.getBytes(StandardCharsets.UTF_8));
        return new Bearer(
                Map.of(
                        "iss",
                        Tokens.ISSUER,
                        "sub",
                        subject.toString(),
                        "preferred_username",
                        username,
                        "name",
                        username,
                        "aud",
                        ALL_SERVICES,
                        "iat",
                        Date.from(issued),
                        "exp",
                        Date.from(issued.plus(Duration.ofHours(1)))),
                false);
    }

    public Bearer agency(String id) {
        return claim("agency", id);
    }

    public Bearer name(String name) {
        return claim("name", name);
    }

    public Bearer roles(String... kebabs) {
        return claim("roles", List.of(kebabs));
    }

    public Bearer teams(String... ids) {
        return claim("teams", List.of(ids));
    }

    public Bearer audience(String... clientIds) {
        return claim("aud", List.of(clientIds));
    }

    public Bearer issuer(String issuer) {
        return claim("iss", issuer);
    }

    public Bearer expired() {
        Instant past = InstantSource.system().instant().minus(Duration.ofHours(1));
        return claim("iat", Date.from(past.minusSeconds(300))).claim("exp", Date.from(past));
    }

    public Bearer claim(String name, Object value) {
        Map<String, Object> more = new HashMap<>(claims);
        more.put(name, value);
        return new Bearer(more, byForeignKey);
    }

    /** Signed by somebody who pretends to hold the realm's key. */
    public Bearer forged() {
        return new Bearer(claims, true);
    }

    public String subject() {
        return String.valueOf(claims.get("sub"));
    }

    public String token() {
        return Tokens.sign(claims, byForeignKey);
    }

    /** The value of the {@code Authorization} header. */
    public String header() {
        return "Bearer " + token();
    }
}
