package uk.kinbridge.referral.concern.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.mongo.Aggregates;
import uk.kinbridge.platform.mongo.OutboxEntry;
import uk.kinbridge.platform.testing.OnEachDatabase;
import uk.kinbridge.platform.testing.TestDatabase;
import uk.kinbridge.protocols.pack.PackId;
import uk.kinbridge.protocols.pack.PackReference;
import uk.kinbridge.referral.concern.Concern;
import uk.kinbridge.referral.concern.ConcernFiles;
import uk.kinbridge.referral.concern.ConcernsOfFamily;
import uk.kinbridge.referral.concern.Picture;
import uk.kinbridge.referral.information.Worker;

/** Concerns are found again as they were, on every database that the suite may run on. */
@OnEachDatabase
class MongoConcernFilesTest {

    private static final Instant AT = Instant.parse("2026-11-23T10:00:00Z");
    private static final Worker TOM = new Worker("p-tom", "Tom Brandt", "hackney-drug-treatment");

    private final ConcernFiles files;

    MongoConcernFilesTest(TestDatabase database) {
        this.files = new MongoConcernFiles(
                new Aggregates(new MongoTemplate(database.client(), database.name())),
                (id, event, now) -> new OutboxEntry(id, event.getClass().getSimpleName(), "{}"));
    }

    @Test
    void what_is_saved_is_found_again_and_an_old_version_saves_nothing() {
        var all = new ConcernsOfFamily(
                "f-1",
                "hackney-drug-treatment",
                List.of(new Concern("k-1", TOM, AT, List.of("domestic-abuse"), "Tired.")),
                List.of(new Picture(
                        "p-1",
                        "C-2222-2222",
                        "several-voices",
                        new PackReference(new PackId("hackney"), 1, "abc"),
                        List.of("ENG-12"),
                        List.of("Three concerns."),
                        List.of("k-1"),
                        List.of(new Picture.Addressee("hackney-drug-treatment", "safeguarding-lead")),
                        List.of(new Picture.Addressee("hackney-drug-treatment", "manager")),
                        AT,
                        new Picture.Answer(Picture.Action.WATCHED, "We watch.", TOM, AT))),
                List.of());

        assertThat(files.save(0, Change.silent(all), AT)).isTrue();
        assertThat(files.save(0, Change.silent(all), AT)).as("begun before").isFalse();
        assertThat(files.find("f-1")).contains(new ConcernFiles.Held(all, 1));
        assertThat(files.save(1, Change.silent(all), AT)).isTrue();
        assertThat(files.save(1, Change.silent(all), AT)).as("stale").isFalse();
    }
}
