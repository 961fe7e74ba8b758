package uk.kinbridge.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.notification.delivery.TidingsBuilder.AGENCY;
import static uk.kinbridge.notification.delivery.TidingsBuilder.MONDAY_TEN;
import static uk.kinbridge.notification.delivery.TidingsBuilder.tidings;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.kinbridge.notification.notice.Crowding;
import uk.kinbridge.notification.notice.Urgency;
import uk.kinbridge.notification.preference.PreferenceBook;
import uk.kinbridge.notification.preference.Preferences;
import uk.kinbridge.notification.preference.QuietHours;
import uk.kinbridge.notification.preference.Timing;
import uk.kinbridge.notification.preference.Wish;
import uk.kinbridge.platform.page.PageRequest;
import uk.kinbridge.protocols.time.Jurisdiction;
import uk.kinbridge.protocols.time.WorkingCalendar;

/** Who hears of a notice by which channel; each telling is planned once, however often it is heard of. */
class TellingByChannelsTest {

    private static final Addressee LEILA = Addressee.person(AGENCY, "id-of-leila.haddad");
    private static final Instant NEXT_MORNING = Instant.parse("2026-11-24T09:00:00Z");

    private static final int FEW = 10;

    private final InMemoryDeliveries deliveries = new InMemoryDeliveries();
    private final Map<String, Preferences> wishes = new HashMap<>();
    private final Crowding crowding = new Crowding(FEW);
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
    void heard_again_days_later_it_is_in_no_second_digest() {
        tell("n1/1", routine("n1"));
        var digest = deliveries.find(all().getFirst().id()).orElseThrow();
        deliveries.save(digest.version(), handedOver(digest.delivery()), NEXT_MORNING);

        telling(Set.of(Channel.EMAIL))
                .tell(new Told("n1/1", routine("n1"), List.of(LEILA)), MONDAY_TEN.plus(Duration.ofDays(2)));

        assertThat(all()).hasSize(1);
    }

    /** As when a thousand that were bundled are chased, or come out of their bundle. */
    @Test
    void a_thousand_reminders_of_one_minute_become_a_few_mails_and_one_for_all_others() {
        for (int i = 0; i < 1000; i++) {
            tell("n" + i + "/2", reminder("n" + i));
        }
        var once = sent();
        for (int i = 0; i < 1000; i++) {
            tell("n" + i + "/2", reminder("n" + i));
        }

        assertThat(once).hasSize(FEW + 1);
        assertThat(once)
                .filteredOn(mail -> mail.tidings().getFirst().occasion() == Occasion.MANY_AT_ONCE)
                .hasSize(1);
        assertThat(sent()).as("heard again").isEqualTo(once);
        assertThat(all().stream().filter(mail -> mail.state() == Delivery.State.DROPPED))
                .as("what it speaks for is on record")
                .hasSize(1000 - FEW)
                .allSatisfy(mail -> assertThat(mail.log().getFirst().note()).contains("too many at once"));
    }

    @Test
    void others_and_other_channels_are_not_crowded() {
        for (int i = 0; i < 20; i++) {
            tell("n" + i + "/2", reminder("n" + i));
        }
        var grace = Addressee.person(AGENCY, "id-of-grace");

        telling(Set.of(Channel.EMAIL)).tell(new Told("x/1", reminder("x"), List.of(grace)), MONDAY_TEN);

        assertThat(sent()).filteredOn(mail -> mail.to().equals(grace)).hasSize(1);
    }

    @Test
    void what_speaks_for_many_that_wait_for_the_morning_waits_too_and_speaks_for_none_that_is_urgent() {
        var atTen = new QuietHours(LocalTime.of(9, 30), LocalTime.of(12, 0));
        wishes.put(LEILA.id(), new Preferences(LEILA.id(), Wish.EVERYTHING, Wish.NOTHING, null, atTen, true, "en"));
        for (int i = 0; i < FEW + 1; i++) {
            tell("n" + i + "/2", reminder("n" + i));
        }
        tell("now/1", tidings().of("now").urgency(Urgency.IMMEDIATE).build());

        assertThat(sent())
                .filteredOn(mail -> mail.tidings().getFirst().occasion() == Occasion.MANY_AT_ONCE)
                .extracting(Delivery::dueAt)
                .containsExactlyInAnyOrder(MONDAY_TEN, Instant.parse("2026-11-23T12:00:00Z"));
    }

    private List<Delivery> sent() {
        return all().stream()
                .filter(mail -> mail.state() == Delivery.State.WAITING)
                .toList();
    }

    private static Tidings reminder(String notice) {
        return tidings().of(notice).on(Occasion.REMINDER).build();
    }

    private static Delivery handedOver(Delivery planned) {
        var begun = changed(planned.begin(NEXT_MORNING, Duration.ofMinutes(2)));
        return changed(begun.end(
                new Answer.Accepted("p"),
                Carrier.Repetition.UNKNOWN_TO_IT,
                new Patience(List.of(), Duration.ofMinutes(2)),
                0.5,
                NEXT_MORNING));
    }

    private static Delivery changed(Delivery.Outcome outcome) {
        return ((Delivery.Outcome.Changed) outcome).next();
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
                on,
                crowding);
    }

    private List<Delivery> all() {
        return deliveries.list(new Deliveries.Listing(AGENCY, null, null), PageRequest.first(100)).items().stream()
                .map(Deliveries.Kept::delivery)
                .toList();
    }
}
