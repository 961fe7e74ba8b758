package uk.kinbridge.referral.family.rabbit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.platform.mongo.Announcement;
import uk.kinbridge.referral.family.Author;
import uk.kinbridge.referral.family.CircumstancesChanged;
import uk.kinbridge.referral.family.CircumstancesTold;

/** Tells that a family's circumstances changed as {@code contracts/events} describes it: kinds of things, no names. */
final class CircumstancesAnnouncements {

    static final String CHANGED = "uk.kinbridge.circumstances.changed.v1";

    private CircumstancesAnnouncements() {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WhatV1(String what, @Nullable String member, String words) {}

    record By(String person, String name, String agency) {}

    record ChangedV1(String family, String reference, List<WhatV1> changes, By by, Instant at) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ToldV1(
            FamilyAnnouncements.About about,
            String purpose,
            Map<String, Object> recipient,
            String words,
            @Nullable String action,
            String obligation,
            String urgency,
            @Nullable Instant acknowledgeBy,
            By sender,
            @Nullable Map<String, Object> chase,
            String protocol,
            Instant requestedAt) {}

    static Announcement announcement(CircumstancesTold told) {
        var pursued = told.pursued();
        return new Announcement(
                FamilyAnnouncements.NOTICE_REQUESTED,
                told.family(),
                new ToldV1(
                        new FamilyAnnouncements.About(
                                "family", told.family(), told.reference(), "/api/families/" + told.family()),
                        told.purpose(),
                        told.to().payload(),
                        told.words(),
                        pursued == null ? null : "Read what has changed, and confirm that you know",
                        told.obligations().getFirst(),
                        pursued == null ? "routine" : "priority",
                        pursued == null ? null : pursued.acknowledgeBy(),
                        by(told.by()),
                        pursued == null ? null : pursued.payload(),
                        told.protocol(),
                        told.at()));
    }

    private static By by(Author author) {
        return new By(author.person(), author.name(), author.agency());
    }

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
                        by(c.by()),
                        c.at()));
    }
}
