package uk.kinbridge.referral.contact.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import uk.kinbridge.platform.mongo.Aggregates;
import uk.kinbridge.platform.testing.OnEachDatabase;
import uk.kinbridge.platform.testing.TestDatabase;
import uk.kinbridge.referral.contact.Contact;
import uk.kinbridge.referral.contact.Contacts;
import uk.kinbridge.referral.contact.Contacts.Place;
import uk.kinbridge.referral.information.KeptDecision;
import uk.kinbridge.referral.information.Worker;

@OnEachDatabase
class MongoContactsTest {

    private static final Instant AT = Instant.parse("2026-11-23T10:00:00Z");

    private final Contacts contacts;

    MongoContactsTest(TestDatabase database) {
        var mongo = new MongoTemplate(database.client(), database.name());
        this.contacts = new MongoContacts(mongo, new Aggregates(mongo));
    }

    @Test
    void comes_back_as_it_was_and_is_kept_once() {
        var first = contacts.add(contact("once", "d-1", AT), AT);

        assertThat(contacts.add(contact("once", "d-1", AT.plusSeconds(9)), AT)).isEqualTo(first);
        assertThat(contacts.find("once")).contains(contact("once", "d-1", AT));
    }

    @Test
    void is_listed_for_those_who_told_and_those_who_were_told_about_a_named_family() {
        for (int i = 0; i < 3; i++) {
            contacts.add(contact("l-" + i, i == 0 ? null : "d-1", AT.plusSeconds(i)), AT);
        }

        var first = contacts.of("f-1", "teller", null, 2);
        var last = first.getLast();

        assertThat(first).extracting(Contact::id).containsExactly("l-2", "l-1");
        assertThat(contacts.of("f-1", "teller", new Place(last.recordedAt(), last.id()), 2))
                .extracting(Contact::id)
                .contains("l-0");
        assertThat(contacts.of("f-1", "told", null, 9))
                .extracting(Contact::id)
                .contains("l-2", "l-1")
                .doesNotContain("l-0");
        assertThat(contacts.of("f-1", "other", null, 9)).isEmpty();
    }

    private static Contact contact(String id, @Nullable String decision, Instant at) {
        return new Contact(
                id,
                "T-" + id,
                "f-1",
                Contact.Kind.ALERT,
                new KeptDecision.Protocol("dorset", 1, "h"),
                "unsafe-in-role",
                List.of("unsafe-in-work-with-children"),
                "told",
                "The officer",
                at,
                "What was seen.",
                null,
                List.of("DOR-10"),
                decision,
                new Worker("p-1", "A Worker", "teller"),
                at);
    }
}
