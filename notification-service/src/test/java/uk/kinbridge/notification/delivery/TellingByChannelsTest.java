package uk.kinbridge.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.notification.delivery.TidingsBuilder.AGENCY;
import static uk.kinbridge.notification.delivery.TidingsBuilder.MONDAY_TEN;
import static uk.kinbridge.notification.delivery.TidingsBuilder.tidings;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.kinbridge.notification.notice.Urgency;
import uk.kinbridge.notification.preference.PreferenceBook;
import uk.kinbridge.notification.preference.Preferences;
import uk.kinbridge.notification.preference.Timing;
import uk.kinbridge.notification.preference.Wish;
import uk.kinbridge.platform.page.PageRequest;
import uk.kinbridge.protocols.time.Jurisdiction;
import uk.kinbridge.protocols.time.WorkingCalendar;

/** Who hears of a notice by which channel; each telling is planned once, however often it is heard of. */
class TellingByChannelsTest {

    private static final Addressee LEILA = Addressee.person(AGENCY, "id-of-leila.haddad");
    private static final Instant NEXT_MORNING = Instant.parse("2026-11-24T09:00:00Z");

    private final InMemoryDeliveries deliveries = new InMemoryDeliveries();
    private final Map<String, Preferences> wishes = new HashMap<>();
    private List<String> systems = List.of();

    @Test
    void a_person_who_has_said_nothing_gets_a_mail_and_no_text() {
        tell("n1/1", tidings().build());

        assertThat(all()).singleElement().satisfies(mail -> {
            assertThat(mail.channel()).isEqualTo(Channel.EMAIL);
            assertThat(mail.to()).isEqualTo(LEILA);
            assertThat(mail.dueAt()).isEqualTo(MONDAY_TEN);
        });
    }

    @Test
    void the_same_telling_again_plans_nothing_and_a_reminder_is_a_telling_of_its_own() {
        tell("n1/1", tidings().build());
        tell("n1/1", tidings().build());
        assertThat(all()).hasSize(1);

        tell("n1/2", tidings().on(Occasion.REMINDER).build());

        assertThat(all()).hasSize(2);
    }

    @Test
    void who_wants_texts_and_no_mail_gets_that() {
        wishes.put(
                LEILA.id(),
                new Preferences(LEILA.id(), Wish.NOTHING, Wish.EVERYTHING, "+447700900123", null, true, "en"));

        tell("n1/1", tidings().build());

        assertThat(all()).extracting(Delivery::channel).containsExactly(Channel.TEXT);
    }

    @Test
    void a_thousand_notices_that_are_not_urgent_become_one_mail_in_the_morning() {
        for (int i = 0; i < 1000; i++) {
            tell("n" + i + "/1", routine("n" + i));
        }
        tell("n7/1", routine("n7"));

        assertThat(all()).singleElement().satisfies(digest -> {
            assertThat(digest.dueAt()).isEqualTo(NEXT_MORNING);
            assertThat(digest.tidings()).hasSize(1000);
            assertThat(digest.digest()).isTrue();
        });
    }

    @Test
    void what_was_acknowledged_is_not_in_the_digest_any_more() {
        tell("n1/1", routine("n1"));
        tell("n2/1", routine("n2"));

        assertThat(all().getFirst().withdraw("n1", MONDAY_TEN))
                .isInstanceOfSatisfying(
                        Delivery.Outcome.Changed.class,
                        changed -> assertThat(changed.next().tidings())
                                .extracting(Tidings::notice)
                                .containsExactly("n2"));
    }

    @Test
    void every_system_of_the_agency_is_told_at_once_whatever_its_people_want() {
        systems = List.of("e1", "e2");
        wishes.put(LEILA.id(), new Preferences(LEILA.id(), Wish.NOTHING, Wish.NOTHING, null, null, true, "en"));

        tell("n1/1", routine("n1"));

        assertThat(all()).hasSize(2).allSatisfy(call -> {
            assertThat(call.channel()).isEqualTo(Channel.WEBHOOK);
            assertThat(call.dueAt()).isEqualTo(MONDAY_TEN);
        });
    }

    @Test
    void a_channel_that_is_off_plans_nothing() {
        systems = List.of("e1");

        telling(Set.of()).tell(new Told("n1/1", tidings().build(), List.of(LEILA)), MONDAY_TEN);

        assertThat(all()).isEmpty();
    }

    private static Tidings routine(String notice) {
        return tidings().of(notice).urgency(Urgency.ROUTINE).answerBy(null).build();
    }

    private void tell(String id, Tidings tidings) {
        telling(Set.of(Channel.values())).tell(new Told(id, tidings, List.of(LEILA)), MONDAY_TEN);
    }

    private TellByChannels telling(Set<Channel> on) {
        var book = new PreferenceBook() {
            @Override
            public Kept of(String person) {
                return new Kept(wishes.getOrDefault(person, Preferences.unspoken(person)), 0);
            }

            @Override
            public Optional<Long> save(long version, Preferences next, Instant now) {
                return Optional.empty();
            }
        };
        return new TellByChannels(
                deliveries,
                book,
                agency -> systems,
                new Timing(() -> WorkingCalendar.office(Jurisdiction.ENGLAND_AND_WALES)),
                on);
    }

    private List<Delivery> all() {
        return deliveries.list(new Deliveries.Listing(AGENCY, null, null), PageRequest.first(100)).items().stream()
                .map(Deliveries.Kept::delivery)
                .toList();
    }
}
