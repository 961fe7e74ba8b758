package uk.kinbridge.platform.document.gridfs;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.gridfs.model.GridFSFile;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.gridfs.GridFsOperations;
import org.springframework.data.mongodb.gridfs.GridFsUpload;
import uk.kinbridge.platform.document.Attached;
import uk.kinbridge.platform.document.Documents;
import uk.kinbridge.platform.document.StoredDocument;
import uk.kinbridge.platform.mongo.CollectionIndexes;

/**
 * Documents in GridFS: the chunks first, the file's entry last, so that half an upload is no document. Each attempt keeps
 * its chunks under an id of its own and is noted before the first of them: when the process dies in between, the next
 * attempt does not meet them, and whoever uploads more than a day later takes them away.
 *
 * <p>The same goes for a whole document that nothing in the service's records leads to, for it was stored and attaching
 * it failed: nobody finds it, and it may say a lot about a family. So where the service tells what is attached, the note
 * of an attempt stays until somebody has looked a day later. Requests that are sent again come long before that.
 */
final class GridFsDocuments implements Documents {

    static final String ATTEMPTS = "documentAttempts";

    private static final String FILES = "fs.files";
    private static final String CHUNKS = "fs.chunks";
    private static final String DOCUMENT = "metadata.document";
    private static final Duration GIVEN_UP = Duration.ofDays(1);

    /** So many attempts are looked at with one upload, that none has to wait for all those of a busy day. */
    private static final int AT_ONCE = 20;

    private final GridFsOperations gridFs;
    private final MongoOperations mongo;
    private final @Nullable Attached attached;

    /** @param attached what the service's records say; null where documents may wait to be attached */
    GridFsDocuments(GridFsOperations gridFs, MongoOperations mongo, @Nullable Attached attached) {
        this.gridFs = gridFs;
        this.mongo = mongo;
        this.attached = attached;
    }

    /** One entry for each document, whoever is faster. */
    static CollectionIndexes indexOfFiles() {
        return new CollectionIndexes(
                FILES,
                List.of(new Index()
                        .on(DOCUMENT, Direction.ASC)
                        .named("document")
                        .unique()
                        .sparse()));
    }

    static CollectionIndexes indexOfAttempts() {
        return new CollectionIndexes(
                ATTEMPTS, List.of(new Index().on("at", Direction.ASC).named("at")));
    }

    @Override
    public StoredDocument add(StoredDocument document, InputStream content) throws IOException {
        takeAwayWhatNobodyFinds(document.uploadedAt().minus(GIVEN_UP));
        var attempt = UUID.randomUUID().toString();
        mongo.execute(
                ATTEMPTS,
                c -> c.insertOne(new Document("_id", attempt).append("at", Date.from(document.uploadedAt()))));
        boolean stored = stored(attempt, document, content);
        if (!stored) {
            takeAwayChunks(attempt);
        }
        if (!stored || attached == null) {
            settle(attempt);
        }
        return find(document.id()).orElseThrow(() -> new IOException("the document was not kept"));
    }

    /** Whether it was this attempt that stored it, and not another at the same time. */
    private boolean stored(String attempt, StoredDocument document, InputStream content) {
        try {
            gridFs.store(GridFsUpload.fromStream(content)
                    .id(attempt)
                    .filename(document.name())
                    .metadata(new Document("document", document.id())
                            .append("agency", document.agency())
                            .append("uploadedBy", document.uploadedBy())
                            .append("uploadedAt", Date.from(document.uploadedAt()))
                            .append("mediaType", document.mediaType())
                            .append("sha256", document.sha256()))
                    .build());
            return true;
        } catch (MongoWriteException refused) {
            if (refused.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw refused;
        }
    }

    private void takeAwayWhatNobodyFinds(Instant before) {
        for (var attempt : attemptsBefore(before)) {
            var file = Query.query(Criteria.where("_id").is(attempt));
            var whole = gridFs.findOne(file);
            if (whole == null) {
                takeAwayChunks(attempt);
            } else if (attached != null && !attached.isAttached(read(whole).id())) {
                gridFs.delete(file);
            }
            settle(attempt);
        }
    }

    private List<String> attemptsBefore(Instant time) {
        return Objects.requireNonNull(mongo.<List<String>>execute(ATTEMPTS, c -> {
            var ids = new ArrayList<String>();
            c.find(Filters.lt("at", Date.from(time)))
                    .projection(Projections.include("_id"))
                    .sort(Sorts.ascending("at"))
                    .limit(AT_ONCE)
                    .forEach(attempt -> ids.add(attempt.getString("_id")));
            return ids;
        }));
    }

    private void takeAwayChunks(String attempt) {
        mongo.execute(CHUNKS, c -> c.deleteMany(Filters.eq("files_id", attempt)));
    }

    private void settle(String attempt) {
        mongo.execute(ATTEMPTS, c -> c.deleteOne(Filters.eq("_id", attempt)));
    }

    @Override
    public Optional<StoredDocument> find(String id) {
        return Optional.ofNullable(gridFs.findOne(byId(id))).map(GridFsDocuments::read);
    }

    @Override
    public InputStream open(String id) throws IOException {
        var file = gridFs.findOne(byId(id));
        if (file == null) {
            throw new IOException("no such document");
        }
        return gridFs.getResource(file).getInputStream();
    }

    private static Query byId(String id) {
        return Query.query(Criteria.where(DOCUMENT).is(id));
    }

    private static StoredDocument read(GridFSFile file) {
        var metadata = Objects.requireNonNull(file.getMetadata());
        return new StoredDocument(
                metadata.getString("document"),
                metadata.getString("agency"),
                metadata.getString("uploadedBy"),
                metadata.getDate("uploadedAt").toInstant(),
                file.getFilename(),
                metadata.getString("mediaType"),
                file.getLength(),
                metadata.getString("sha256"));
    }
}
