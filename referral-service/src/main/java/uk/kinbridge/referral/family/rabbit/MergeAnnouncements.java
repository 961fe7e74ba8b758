package uk.kinbridge.referral.family.rabbit;

import java.time.Instant;
import java.util.List;
import uk.kinbridge.platform.mongo.Announcement;
import uk.kinbridge.referral.family.Author;
import uk.kinbridge.referral.family.FamilyEvent.MergeUndone;
import uk.kinbridge.referral.family.FamilyEvent.Merged;

/** Tells that two family records are one now, or two again, as {@code contracts/events} describes it: ids, no names. */
final class MergeAnnouncements {

    static final String MERGED = "uk.kinbridge.family.merged.v1";
    static final String UNDONE = "uk.kinbridge.family.merge-undone.v1";

    private MergeAnnouncements() {}

    record By(String person, String name, String agency) {

        static By of(Author author) {
            return new By(author.person(), author.name(), author.agency());
        }
    }

    record SameV1(String kept, String other) {}

    record MergedV1(
            String family, String reference, String into, List<SameV1> same, long revision, By by, Instant at) {}

    record UndoneV1(String family, String reference, String from, long revision, By by, Instant at) {}

    static Announcement announcement(Merged m) {
        return new Announcement(
                MERGED,
                m.family(),
                new MergedV1(
                        m.family(),
                        m.reference(),
                        m.into(),
                        m.same().stream()
                                .map(pair -> new SameV1(pair.kept(), pair.other()))
                                .toList(),
                        m.revision(),
                        By.of(m.by()),
                        m.at()));
    }

    static Announcement announcement(MergeUndone u) {
        return new Announcement(
                UNDONE,
                u.family(),
                new UndoneV1(u.family(), u.reference(), u.from(), u.revision(), By.of(u.by()), u.at()));
    }
}
