package uk.kinbridge.referral.document.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.gridfs.model.GridFSFile;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bson.BsonString;
import org.bson.Document;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.gridfs.GridFsOperations;
import org.springframework.data.mongodb.gridfs.GridFsUpload;
import org.springframework.stereotype.Component;
import uk.kinbridge.referral.document.Documents;
import uk.kinbridge.referral.document.StoredDocument;

/** Documents in GridFS: the chunks first, the file's entry last, so that a half upload is no document. */
@Component
class GridFsDocuments implements Documents {

    private final GridFsOperations gridFs;

    GridFsDocuments(GridFsOperations gridFs) {
        this.gridFs = gridFs;
    }

    /** @throws DuplicateKeyException when somebody else is storing a document of that id */
    @Override
    public void add(StoredDocument document, InputStream content) {
        try {
            store(document, content);
        } catch (MongoWriteException refused) {
            if (refused.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                throw new DuplicateKeyException("document " + document.id(), refused);
            }
            throw refused;
        }
    }

    private void store(StoredDocument document, InputStream content) {
        gridFs.store(GridFsUpload.fromStream(content)
                .id(document.id())
                .filename(document.name())
                .metadata(new Document("agency", document.agency())
                        .append("uploadedBy", document.uploadedBy())
                        .append("uploadedAt", Date.from(document.uploadedAt()))
                        .append("mediaType", document.mediaType())
                        .append("sha256", document.sha256()))
                .build());
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
        return Query.query(Criteria.where("_id").is(id));
    }

    private static StoredDocument read(GridFSFile file) {
        var metadata = java.util.Objects.requireNonNull(file.getMetadata());
        Instant uploadedAt = metadata.getDate("uploadedAt").toInstant();
        return new StoredDocument(
                ((BsonString) file.getId()).getValue(),
                metadata.getString("agency"),
                metadata.getString("uploadedBy"),
                uploadedAt,
                file.getFilename(),
                metadata.getString("mediaType"),
                file.getLength(),
                metadata.getString("sha256"));
    }
}
