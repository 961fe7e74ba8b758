package uk.kinbridge.referral.document;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** All uploaded documents. */
public interface Documents {

    /** Stores a document with its content. */
    void add(StoredDocument document, InputStream content) throws IOException;

    /** The document of that id, whoever uploaded it; the caller decides who may see it. */
    Optional<StoredDocument> find(String id);

    /** Its content; close it. */
    InputStream open(String id) throws IOException;
}
