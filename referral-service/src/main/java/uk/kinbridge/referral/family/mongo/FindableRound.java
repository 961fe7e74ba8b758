package uk.kinbridge.referral.family.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.mongodb.core.CollectionCallback;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Makes every family findable by what is looked for today. What a record is found by is written when it is saved, so
 * one that nobody has saved since an earlier release would be found by less: this goes through all of them once, in the
 * background, batch by batch. It goes on after a restart where it stopped; several instances do no harm to each other,
 * since each writes the same, and only to the version that it has read.
 */
@Component
class FindableRound {

    /** Changes whenever {@code SearchTerms} or {@code MatchKeys} put down something else for the same record. */
    static final int EDITION = 2;

    static final String PROGRESS = "rounds";

    private static final Logger log = LoggerFactory.getLogger(FindableRound.class);
    private static final String ID = "families-findable";
    private static final int BATCH = 200;
    private static final int BATCHES_A_LINE = 50;

    private final MongoOperations mongo;
    private final MongoFamilies families;
    private boolean done;

    FindableRound(MongoOperations mongo, MongoFamilies families) {
        this.mongo = mongo;
        this.families = families;
    }

    /** How far it has come. */
    private record Progress(String after, long looked, long changed, boolean done) {

        static Progress of(Document kept) {
            return new Progress(
                    kept.getString("after"),
                    kept.getLong("looked"),
                    kept.getLong("changed"),
                    kept.getBoolean("done", false));
        }
    }

    @Scheduled(
            fixedDelayString = "${kinbridge.families.findable-interval:PT1M}",
            initialDelayString = "${kinbridge.families.findable-after:PT30S}")
    void round() {
        if (done) {
            return;
        }
        try {
            while (!done) {
                done = batch();
            }
        } catch (DataAccessException away) {
            log.warn(
                    "families wait for the database before they are made findable anew: {}",
                    away.getClass().getSimpleName());
        }
    }

    /** @return whether all have been gone through */
    boolean batch() {
        var before = progress();
        if (before.done()) {
            return true;
        }
        var rows = in(
                MongoFamilies.COLLECTION,
                c -> c.find(Filters.gt("_id", before.after()))
                        .sort(Sorts.ascending("_id"))
                        .limit(BATCH)
                        .into(new ArrayList<>()));
        var last = rows.isEmpty() ? before.after() : rows.getLast().getString("_id");
        var now = new Progress(
                last, before.looked() + rows.size(), before.changed() + written(rows), rows.size() < BATCH);
        keep(now);
        say(now);
        return now.done();
    }

    private void say(Progress now) {
        if (now.done()) {
            log.info(
                    "all families are found by what is looked for today: {} looked at, {} made findable anew",
                    now.looked(),
                    now.changed());
        } else if (now.looked() / BATCH % BATCHES_A_LINE == 1) {
            log.info(
                    "families are made findable by what is looked for today: {} looked at, {} made findable anew so far",
                    now.looked(),
                    now.changed());
        }
    }

    private long written(List<Document> rows) {
        var writes = rows.stream()
                .filter(row -> !families.findable(row).equals(row.get("find")))
                .map(row -> new UpdateOneModel<Document>(
                        Filters.and(Filters.eq("_id", row.get("_id")), Filters.eq("version", row.get("version"))),
                        Updates.set("find", families.findable(row))))
                .toList();
        return writes.isEmpty()
                ? 0
                : in(MongoFamilies.COLLECTION, c -> c.bulkWrite(writes, new BulkWriteOptions().ordered(false)))
                        .getModifiedCount();
    }

    private Progress progress() {
        return in(PROGRESS, c -> {
            var kept = c.find(Filters.and(Filters.eq("_id", ID), Filters.eq("edition", EDITION)))
                    .first();
            return kept == null ? new Progress("", 0, 0, false) : Progress.of(kept);
        });
    }

    private void keep(Progress now) {
        in(
                PROGRESS,
                c -> c.updateOne(
                        Filters.eq("_id", ID),
                        Updates.combine(
                                Updates.set("edition", EDITION),
                                Updates.set("after", now.after()),
                                Updates.set("looked", now.looked()),
                                Updates.set("changed", now.changed()),
                                Updates.set("done", now.done())),
                        new UpdateOptions().upsert(true)));
    }

    private interface Work<T> {
        T on(MongoCollection<Document> collection);
    }

    private <T> T in(String collection, Work<T> work) {
        CollectionCallback<T> callback = work::on;
        return Objects.requireNonNull(mongo.execute(collection, callback));
    }
}
