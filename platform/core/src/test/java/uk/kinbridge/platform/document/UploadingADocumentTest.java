package uk.kinbridge.platform.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.kinbridge.platform.document.UploadDocument.Outcome;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.security.Role;

/** A document is judged by its content. */
class UploadingADocumentTest {

    private static final Caller ANNE =
            new Caller("p-anne", "anne", "Anne Ames", "north-office", Set.of(), Set.of(Role.PRACTITIONER));

    private final List<StoredDocument> kept = new ArrayList<>();
    private final Documents documents = new Documents() {
        @Override
        public StoredDocument add(StoredDocument document, InputStream content) {
            kept.add(document);
            return document;
        }

        @Override
        public Optional<StoredDocument> find(String id) {
            return Optional.empty();
        }

        @Override
        public InputStream open(String id) {
            return new ByteArrayInputStream(new byte[0]);
        }
    };

    @Test
    void refuses_what_its_content_shows_to_be_something_else() throws IOException {
        assertThat(upload("application/x-msdownload", "assessment.pdf", new byte[] {1}))
                .isEqualTo(new Outcome.NotAccepted("application/x-msdownload"));
        assertThat(kept).isEmpty();
    }

    @Test
    void refuses_an_empty_file() throws IOException {
        assertThat(upload("application/pdf", "a.pdf", new byte[0])).isEqualTo(new Outcome.Empty());
    }

    @Test
    void takes_ten_mebibytes_and_not_one_byte_more() throws IOException {
        assertThat(upload("application/pdf", "a.pdf", new byte[UploadDocument.MAX_BYTES]))
                .isInstanceOf(Outcome.Uploaded.class);
        assertThat(upload("application/pdf", "a.pdf", new byte[UploadDocument.MAX_BYTES + 1]))
                .isInstanceOf(Outcome.TooLarge.class);
    }

    @Test
    void keeps_a_plain_file_name_and_the_hash_of_the_content() throws IOException {
        upload("text/plain", "../../etc/pass\"wd\r\n.txt", "abc".getBytes(java.nio.charset.StandardCharsets.UTF_8));

        assertThat(kept).singleElement().satisfies(document -> {
            assertThat(document.name()).isEqualTo("pass_wd__.txt");
            assertThat(document.sha256()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        });
    }

    private Outcome upload(String detected, String name, byte[] content) throws IOException {
        return new UploadDocument(documents, (_, _) -> detected)
                .upload("d-1", name, content, ANNE, Instant.parse("2026-11-23T10:00:00Z"));
    }
}
