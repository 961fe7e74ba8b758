package uk.kinbridge.notification.notice;

import org.jspecify.annotations.Nullable;

/**
 * On whose behalf somebody is told; they see what becomes of it.
 *
 * @param person subject id; null where a service told by itself, as when a time has passed
 */
public record Sender(
        String agency, @Nullable String person, @Nullable String name) {}
