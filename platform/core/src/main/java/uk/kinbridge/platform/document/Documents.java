package uk.kinbridge.platform.document;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** All uploaded documents. */
public interface Documents {

    /**
     * Stores a document with its content. Where one of that id is there already, it stays as it is.
     *
     * @return the one that is there now
     */
    StoredDocument add(StoredDocument document, InputStream content) throws IOException;

    /** The document of that id, whoever uploaded it; the caller decides who may see it. */
    Optional<StoredDocument> find(String id);

    /** Its content; close it. */
    InputStream open(String id) throws IOException;
}
