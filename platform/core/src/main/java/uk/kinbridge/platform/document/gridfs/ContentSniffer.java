package uk.kinbridge.platform.document.gridfs;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.function.BiFunction;
import java.util.zip.ZipInputStream;
import org.apache.tika.Tika;

/** Finds out what a file is from its content; a name alone convinces nobody. */
final class ContentSniffer implements BiFunction<byte[], String, String> {

    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final int ENTRIES_LOOKED_AT = 200;

    private final Tika tika = new Tika();

    @Override
    public String apply(byte[] content, String name) {
        var type = tika.detect(content, name);
        // Tika's core takes a zip that is called .docx for a document: look inside.
        return type.equals(DOCX) && !holdsWordDocument(content) ? "application/zip" : type;
    }

    private static boolean holdsWordDocument(byte[] content) {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (int i = 0; i < ENTRIES_LOOKED_AT; i++) {
                var entry = zip.getNextEntry();
                if (entry == null) {
                    return false;
                }
                if (entry.getName().equals("word/document.xml")) {
                    return true;
                }
            }
            return false;
        } catch (IOException notAZip) {
            return false;
        }
    }
}
