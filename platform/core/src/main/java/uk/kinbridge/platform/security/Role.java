package uk.kinbridge.platform.security;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A realm role, as the token names it: {@code safeguarding-lead} for {@link #SAFEGUARDING_LEAD}. */
public enum Role {
    PRACTITIONER,
    SAFEGUARDING_LEAD,
    MANAGER,
    DUTY_WORKER,
    NAMED_PROFESSIONAL,
    SENIOR_MANAGER,
    BOARD_ANALYST,
    AUDITOR,
    DIRECTORY_ADMIN,
    PROTOCOL_ADMIN,
    AGENCY_ADMIN,
    /** A service of the suite itself, never a person. */
    SERVICE;

    private static final Map<String, Role> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Role::kebab, Function.identity()));

    /** The name in the realm, in tokens and in documents. */
    public String kebab() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Empty for the realm's technical roles ({@code offline_access} and the like), which mean nothing here. */
    public static Optional<Role> named(String kebab) {
        return Optional.ofNullable(BY_NAME.get(kebab));
    }
}
