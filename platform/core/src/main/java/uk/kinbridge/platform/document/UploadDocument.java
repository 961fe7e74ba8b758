package uk.kinbridge.platform.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Set;
import java.util.function.BiFunction;
import uk.kinbridge.platform.security.Caller;

/** Takes in a document after looking at what it really is. */
public class UploadDocument {

    /** Ten mebibytes: scanned assessments fit, films do not. */
    public static final int MAX_BYTES = 10 * 1024 * 1024;

    /** What whoever receives it can open without risk: no macros, no archives, no programs. */
    public static final Set<String> ACCEPTED = Set.of(
            "application/pdf",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.oasis.opendocument.text",
            "image/jpeg",
            "image/png",
            "text/plain");

    /** How an upload ends. */
    public sealed interface Outcome {
        /** It is stored. */
        record Uploaded(StoredDocument document) implements Outcome {}

        /** There is nothing in it. */
        record Empty() implements Outcome {}

        /** More than {@link #MAX_BYTES}. */
        record TooLarge(long bytes) implements Outcome {}

        /** Its content is not of an accepted type, whatever its name says. */
        record NotAccepted(String mediaType) implements Outcome {}
    }

    private final Documents documents;
    private final BiFunction<byte[], String, String> contentType;

    /** @param contentType the media type of a content, from its bytes and its file name */
    public UploadDocument(Documents documents, BiFunction<byte[], String, String> contentType) {
        this.documents = documents;
        this.contentType = contentType;
    }

    /**
     * Takes it in.
     *
     * @param id of the new document; the same when the request is repeated, which then changes nothing
     * @throws IOException when it cannot be stored; nothing is kept then
     */
    public Outcome upload(String id, String name, byte[] content, Caller by, Instant now) throws IOException {
        var before = documents.find(id);
        if (before.isPresent()) {
            return new Outcome.Uploaded(before.get());
        }
        if (content.length == 0) {
            return new Outcome.Empty();
        }
        if (content.length > MAX_BYTES) {
            return new Outcome.TooLarge(content.length);
        }
        var mediaType = contentType.apply(content, name);
        if (!ACCEPTED.contains(mediaType)) {
            return new Outcome.NotAccepted(mediaType);
        }
        var document = new StoredDocument(
                id, by.agency(), by.subject(), now, plain(name), mediaType, content.length, sha256(content));
        return new Outcome.Uploaded(documents.add(document, new ByteArrayInputStream(content)));
    }

    /** The last part of a path, without control characters: it will be offered as a file name again. */
    private static String plain(String name) {
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        var shown = last.replaceAll("[\\p{Cntrl}\"<>:|?*]", "_").strip();
        return shown.isEmpty() ? "document" : shown.substring(0, Math.min(shown.length(), 200));
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
