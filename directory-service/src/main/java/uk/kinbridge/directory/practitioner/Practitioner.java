package uk.kinbridge.directory.practitioner;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A person with an account, as the sign-in service describes them.
 *
 * @param subject the id that tokens carry
 * @param agency null for somebody who is in no agency (any more)
 */
@Document("practitioners")
public record Practitioner(
        @Id String subject,
        String username,
        String name,
        @Nullable String email,
        boolean enabled,
        @Nullable String agency,
        List<String> teams,
        List<String> roles) {}
