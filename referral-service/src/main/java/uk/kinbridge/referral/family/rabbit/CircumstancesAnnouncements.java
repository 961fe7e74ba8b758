package uk.kinbridge.referral.family.rabbit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.platform.mongo.Announcement;
import uk.kinbridge.referral.family.CircumstancesChanged;

/** Tells that a family's circumstances changed as {@code contracts/events} describes it: kinds of things, no names. */
final class CircumstancesAnnouncements {

    static final String CHANGED = "uk.kinbridge.circumstances.changed.v1";

    private CircumstancesAnnouncements() {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WhatV1(String what, @Nullable String member, String words) {}

    record By(String person, String name, String agency) {}

    record ChangedV1(String family, String reference, List<WhatV1> changes, By by, Instant at) {}

    static Announcement announcement(CircumstancesChanged c) {
        return new Announcement(
                CHANGED,
                c.family(),
                new ChangedV1(
                        c.family(),
                        c.reference(),
                        c.changes().stream()
                                .map(one -> new WhatV1(one.what(), one.member(), one.words()))
                                .toList(),
                        new By(c.by().person(), c.by().name(), c.by().agency()),
                        c.at()));
    }
}
