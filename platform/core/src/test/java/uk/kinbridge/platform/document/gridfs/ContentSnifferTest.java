package uk.kinbridge.platform.document.gridfs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** What a file is, its content says. */
class ContentSnifferTest {

    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final ContentSniffer sniffer = new ContentSniffer();

    @Test
    void a_pdf_is_a_pdf_whatever_its_name() {
        assertThat(sniffer.apply(bytes("%PDF-1.7\n1 0 obj"), "holiday.jpg")).isEqualTo("application/pdf");
    }

    @Test
    void a_program_that_is_called_a_document_is_a_program() {
        assertThat(sniffer.apply(new byte[] {'M', 'Z', (byte) 0x90, 0, 3, 0, 0, 0}, "assessment.pdf"))
                .isNotEqualTo("application/pdf")
                .contains("x-");
    }

    @Test
    void a_page_that_is_called_a_text_is_a_page() {
        assertThat(sniffer.apply(bytes("<!DOCTYPE html><html><script>alert(1)</script></html>"), "note.txt"))
                .isNotEqualTo("text/plain");
    }

    @Test
    void an_archive_that_is_called_a_word_document_is_an_archive() throws IOException {
        assertThat(sniffer.apply(zipWith("payload.exe"), "assessment.docx")).isEqualTo("application/zip");
        assertThat(sniffer.apply(zipWith("word/document.xml"), "assessment.docx"))
                .isEqualTo(DOCX);
    }

    private static byte[] zipWith(String entry) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.putNextEntry(new ZipEntry(entry));
        }
        return bytes.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
