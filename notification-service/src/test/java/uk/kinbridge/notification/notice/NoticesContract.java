package uk.kinbridge.notification.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.notification.notice.RequestBuilder.MONDAY_TEN;
import static uk.kinbridge.notification.notice.RequestBuilder.aRequest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.kinbridge.notification.notice.Notices.Kept;
import uk.kinbridge.notification.notice.Notices.Listing;
import uk.kinbridge.notification.notice.Notices.Shown;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.page.Cursor;
import uk.kinbridge.platform.page.PageRequest;

/** What every keeper of notices, acts and the feed must do, in memory or in a database. */
public abstract class NoticesContract {

    protected static final Instant NOW = MONDAY_TEN.plusSeconds(60);
    private static final Inbox LEILAS = Inbox.of(People.leila());

    protected abstract Notices notices();

    protected abstract Fulfilments fulfilments();

    protected abstract Feed feed();

    /** Lets every saved change get into the feed. */
    protected abstract void feedAll();

    @Test
    void keeps_a_notice_as_it_is() {
        var notice = add("n1", aRequest());

        assertThat(notices().find("n1")).contains(new Kept(notice, 1));
        assertThat(notices().find("n2")).isEmpty();
    }

    @Test
    void adds_a_notice_once() {
        assertThat(notices().addOnce(Change.silent(aRequest().delivered("n1")), NOW, "m1"))
                .isTrue();
        acknowledge("n1");

        assertThat(notices().addOnce(Change.silent(aRequest().delivered("n1")), NOW, "m1"))
                .isFalse();
        assertThat(present("n1").notice().acknowledged())
                .as("the first one stays")
                .isNotNull();
    }

    @Test
    void saves_every_fact_of_a_notice() {
        add("n1", aRequest());
        var acknowledged = acknowledge("n1");

        assertThat(notices().find("n1")).contains(new Kept(acknowledged, 2));
    }

    @Test
    void does_not_save_over_somebody_who_was_faster() {
        add("n1", aRequest());
        var mine = change(present("n1").notice().see(Actor.of(People.noor()), NOW));
        acknowledge("n1");

        assertThat(notices().save(1, mine, NOW)).isFalse();
        assertThat(present("n1").notice().acknowledged()).isNotNull();
    }

    @Test
    void finds_the_notices_that_an_act_answers_and_none_has_answered() {
        add("waiting", aRequest());
        add("to-another", aRequest().to(People.DRUG_TREATMENT, "manager"));
        add("acknowledged", aRequest());
        acknowledge("acknowledged");
        add("acted-on", aRequest());
        var acted = present("acted-on");
        var act = change(acted.notice().fulfil(aRequest().fulfilledAt(NOW)));
        assertThat(notices().save(acted.version(), act, NOW)).isTrue();
        add("other-purpose", aRequest().purpose("other"));
        add("other-referral", aRequest().about("referral-2"));
        add("asked-later", aRequest().requestedAt(NOW.plusSeconds(1)));

        assertThat(notices().waitingFor(aRequest().fulfilledAt(NOW)))
                .extracting(kept -> kept.notice().id())
                .containsExactlyInAnyOrder("waiting", "to-another", "acknowledged");
    }

    @Test
    void remembers_acts_for_notices_that_arrive_later() {
        var first = aRequest().fulfilledAt(NOW);
        fulfilments().add(aRequest().fulfilledAt(NOW.plusSeconds(9)), "m2");
        fulfilments().add(first, "m1");
        fulfilments().add(first, "m1");

        assertThat(fulfilments().covering(aRequest().delivered("n1"))).contains(first);
        assertThat(fulfilments().covering(aRequest().purpose("other").delivered("n1")))
                .isEmpty();
        assertThat(fulfilments()
                        .covering(aRequest().requestedAt(NOW.plusSeconds(60)).delivered("n1")))
                .isEmpty();
    }

    @Test
    void lists_the_waiting_notices_of_an_inbox_most_urgent_first_then_newest() {
        add("old-routine", aRequest().urgency(Urgency.ROUTINE));
        add("new-routine", aRequest().urgency(Urgency.ROUTINE).requestedAt(NOW));
        add("old-immediate", aRequest().urgency(Urgency.IMMEDIATE));
        add("priority", aRequest());
        add("done", aRequest());
        acknowledge("done");
        add("not-hers", aRequest().to(People.ALCOHOL_TREATMENT, "safeguarding-lead"));
        add(
                "personal",
                aRequest()
                        .to(Recipient.person(
                                People.DRUG_TREATMENT,
                                "safeguarding-lead",
                                People.leila().subject()))
                        .requestedAt(MONDAY_TEN.minusSeconds(1)));
        add(
                "for-noor",
                aRequest()
                        .to(Recipient.person(
                                People.DRUG_TREATMENT,
                                "safeguarding-lead",
                                People.noor().subject())));

        assertThat(idsOf(LEILAS, Shown.WAITING, null))
                .containsExactly("old-immediate", "priority", "personal", "new-routine", "old-routine");
    }

    @Test
    void lists_the_acknowledged_and_all_of_an_inbox_newest_first() {
        add("older", aRequest().urgency(Urgency.IMMEDIATE));
        add("newer", aRequest().urgency(Urgency.ROUTINE).requestedAt(NOW));
        add("done-older", aRequest().requestedAt(MONDAY_TEN.minusSeconds(60)));
        add("done-newer", aRequest().requestedAt(MONDAY_TEN.minusSeconds(30)));
        acknowledge("done-older");
        acknowledge("done-newer");

        assertThat(idsOf(LEILAS, Shown.ACKNOWLEDGED, null)).containsExactly("done-newer", "done-older");
        assertThat(idsOf(LEILAS, Shown.ALL, null)).containsExactly("newer", "older", "done-newer", "done-older");
    }

    @Test
    void lists_only_what_is_about_one_record() {
        add("this", aRequest());
        add("that", aRequest().about("referral-2"));

        assertThat(idsOf(LEILAS, Shown.WAITING, "referral-2")).containsExactly("that");
        assertThat(idsOf(LEILAS, Shown.ALL, "referral-3")).isEmpty();
    }

    @Test
    void an_inbox_without_addresses_is_empty() {
        add("n1", aRequest());

        assertThat(idsOf(new Inbox(java.util.Set.of()), Shown.ALL, null)).isEmpty();
    }

    @Test
    void lists_what_somebody_sent_and_what_their_agency_did_newest_first() {
        var maya = new Sender("hackney-childrens-social-care", "maya", "Maya Okafor");
        var zoe = new Sender("hackney-childrens-social-care", "zoe", "Zoe Hart");
        add("mine-old", aRequest().dispatch(new Dispatch(maya, null, null, null)));
        add("mine-new", aRequest().requestedAt(NOW).dispatch(new Dispatch(maya, null, null, null)));
        add("hers", aRequest().dispatch(new Dispatch(zoe, null, null, null)));
        add("nobodys", aRequest());

        assertThat(sent(new Notices.SentBy(maya.agency(), "maya"))).containsExactly("mine-new", "mine-old");
        assertThat(sent(new Notices.SentBy(maya.agency(), null)))
                .containsExactlyInAnyOrder("mine-new", "mine-old", "hers");
        assertThat(sent(new Notices.SentBy(People.DRUG_TREATMENT, null))).isEmpty();
    }

    @Test
    void pages_of_sent_notices_follow_each_other() {
        var maya = new Sender("hackney-childrens-social-care", "maya", "Maya Okafor");
        for (int i = 1; i <= 3; i++) {
            add("n" + i, aRequest().dispatch(new Dispatch(maya, null, null, null)));
        }
        var by = new Notices.SentBy(maya.agency(), "maya");

        var first = notices().sent(by, PageRequest.first(2));
        var rest = notices()
                .sent(
                        by,
                        new PageRequest(
                                2,
                                Cursor.decode(Notices.SENT, java.util.Objects.requireNonNull(first.next()))
                                        .orElseThrow()));

        assertThat(first.items()).extracting(kept -> kept.notice().id()).containsExactly("n3", "n2");
        assertThat(rest.items()).extracting(kept -> kept.notice().id()).containsExactly("n1");
        assertThat(rest.next()).isNull();
    }

    @Test
    void finds_the_notices_that_say_nobody_has_acknowledged_one() {
        add("n1", aRequest());
        add("second", aRequest().requestedAt(NOW).dispatch(new Dispatch(null, null, "n1", null)));
        add("first", aRequest().dispatch(new Dispatch(null, null, "n1", null)));

        assertThat(notices().following("n1"))
                .extracting(kept -> kept.notice().id())
                .containsExactly("first", "second");
        assertThat(notices().following("first")).isEmpty();
    }

    @Test
    void what_lies_in_a_bundle_is_found_there_and_by_its_record_only() {
        add("alone", aRequest());
        add("inside", aRequest().about("sought").dispatch(Dispatch.PLAIN.within("b1")));

        assertThat(idsOf(LEILAS, Shown.WAITING, null)).containsExactly("alone");
        assertThat(idsOf(LEILAS, Shown.WAITING, "sought")).containsExactly("inside");
        assertThat(idsOf(Inbox.ofBundle("b1"), Shown.WAITING, null)).containsExactly("inside");
        assertThat(notices().countWaiting(Inbox.ofBundle("b1"))).isEqualTo(1);
    }

    @Test
    void who_stands_in_finds_the_notice_in_the_list_and_in_the_feed() {
        long before = feed().latest();
        var grace = new Answerer(People.DRUG_TREATMENT, People.grace().subject(), "Grace Mensah", "acts for", true);
        var notice =
                Notice.delivered("n1", aRequest().build(), new Duty.Answer.Known(java.util.List.of(grace), false), NOW);
        notices().addOnce(notice, NOW, "m1");
        feedAll();

        assertThat(idsOf(Inbox.of(People.grace()), Shown.WAITING, null)).containsExactly("n1");
        assertThat(idsOf(LEILAS, Shown.WAITING, null)).containsExactly("n1");
        assertThat(feed().after(before, Inbox.of(People.grace())).items()).hasSize(1);
        assertThat(notices().find("n1").orElseThrow().notice()).isEqualTo(notice.next());
    }

    private java.util.List<String> sent(Notices.SentBy by) {
        return notices().sent(by, PageRequest.first(100)).items().stream()
                .map(kept -> kept.notice().id())
                .toList();
    }

    @Test
    void pages_follow_each_other_without_gap_or_overlap_although_new_notices_come() {
        for (int i = 1; i <= 5; i++) {
            add("n" + i, aRequest());
        }
        var listing = new Listing(LEILAS, Shown.WAITING, null);

        var seen = new ArrayList<String>();
        var page = notices().list(listing, PageRequest.first(2));
        page.items().forEach(kept -> seen.add(kept.notice().id()));
        add("late", aRequest().urgency(Urgency.IMMEDIATE));
        while (page.next() != null) {
            var cursor = Cursor.decode(Notices.LIST, page.next()).orElseThrow();
            page = notices().list(listing, new PageRequest(2, cursor));
            page.items().forEach(kept -> seen.add(kept.notice().id()));
        }

        assertThat(seen).containsExactly("n5", "n4", "n3", "n2", "n1");
    }

    @Test
    void the_feed_tells_an_inbox_its_changes_once_and_in_one_order() {
        long before = feed().latest();
        add("n1", aRequest());
        feedAll();
        add("not-hers", aRequest().to(People.ALCOHOL_TREATMENT, "safeguarding-lead"));
        feedAll();
        add("n2", aRequest());
        feedAll();
        feedAll();

        var stretch = feed().after(before, LEILAS);

        assertThat(stretch.items())
                .extracting(item -> item.kept().notice().id())
                .containsExactly("n1", "n2");
        assertThat(feed().after(stretch.position(), LEILAS).items()).isEmpty();
        assertThat(feed().stirsAfter(before))
                .extracting(Feed.Stir::position)
                .containsExactly(before + 1, before + 2, before + 3);
        assertThat(feed().latest()).isEqualTo(before + 3);
    }

    @Test
    void the_feed_tells_a_change_where_it_happened_and_not_where_it_was_overtaken() {
        add("n1", aRequest());
        feedAll();
        long afterTheFirst = feed().latest();
        acknowledge("n1");
        feedAll();

        assertThat(feed().after(0, LEILAS).items())
                .extracting(item -> item.kept().version())
                .containsExactly(2L);
        assertThat(feed().after(afterTheFirst, LEILAS).items())
                .extracting(item -> item.kept().version())
                .containsExactly(2L);
    }

    @Test
    void asking_the_directory_in_vain_is_no_news_and_hides_none() {
        var born = Notice.delivered("n1", aRequest().build(), new Duty.Answer.Unknown(), NOW);
        notices().addOnce(born, NOW, "m1");
        var again = born.next().elapse(NOW.plusSeconds(30), (recipient, urgency, at) -> new Duty.Answer.Unknown());
        assertThat(notices().save(1, again, NOW.plusSeconds(30))).isTrue();
        feedAll();
        long reached = feed().latest();
        var oncemore = again.next().elapse(NOW.plusSeconds(90), (recipient, urgency, at) -> new Duty.Answer.Unknown());
        assertThat(notices().save(2, oncemore, NOW.plusSeconds(90))).isTrue();
        feedAll();

        assertThat(feed().after(0, LEILAS).items()).hasSize(1);
        assertThat(feed().latest()).isEqualTo(reached);
    }

    protected Notice add(String id, RequestBuilder request) {
        var notice = request.delivered(id);
        assertThat(notices().addOnce(Change.silent(notice), NOW, "message-of-" + id))
                .isTrue();
        return notice;
    }

    protected Notice acknowledge(String id) {
        var present = present(id);
        var change = change(present.notice().acknowledge(Actor.of(People.leila()), NOW));
        assertThat(notices().save(present.version(), change, NOW)).isTrue();
        return change.next();
    }

    private Kept present(String id) {
        return notices().find(id).orElseThrow();
    }

    private List<String> idsOf(Inbox inbox, Shown shown, @Nullable String about) {
        return notices().list(new Listing(inbox, shown, about), PageRequest.first(100)).items().stream()
                .map(kept -> kept.notice().id())
                .toList();
    }

    private static Change<Notice, Notice.Event> change(Notice.Outcome outcome) {
        return ((Notice.Outcome.Changed) outcome).change();
    }
}
