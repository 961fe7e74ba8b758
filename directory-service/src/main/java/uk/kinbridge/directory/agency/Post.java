package uk.kinbridge.directory.agency;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A role that somebody in an agency answers for; the names are those of the realm's roles. */
public enum Post {
    DUTY_WORKER,
    SAFEGUARDING_LEAD,
    MANAGER,
    NAMED_PROFESSIONAL,
    SENIOR_MANAGER;

    /** As it is written in the API and in tokens. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @JsonCreator
    static Post of(String word) {
        return Arrays.stream(values())
                .filter(post -> post.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("must be one of " + words()));
    }

    /** Who is asked when nobody answers for it; null above the top. */
    @Nullable
    Post nextInLine() {
        return switch (this) {
            case DUTY_WORKER -> MANAGER;
            case SAFEGUARDING_LEAD -> NAMED_PROFESSIONAL;
            case MANAGER, NAMED_PROFESSIONAL -> SENIOR_MANAGER;
            case SENIOR_MANAGER -> null;
        };
    }

    static String words() {
        return Arrays.stream(values()).map(Post::word).collect(Collectors.joining(", "));
    }
}
