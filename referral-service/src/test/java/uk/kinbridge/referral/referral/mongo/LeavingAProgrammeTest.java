package uk.kinbridge.referral.referral.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.referral.referral.ReferralMother.MONDAY_TEN;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.security.Role;
import uk.kinbridge.platform.testing.OnEachDatabase;
import uk.kinbridge.platform.testing.TestDatabase;
import uk.kinbridge.protocols.heldopen.OpenDisagreements;
import uk.kinbridge.protocols.time.BankHolidays;
import uk.kinbridge.referral.information.Office;
import uk.kinbridge.referral.referral.Act;
import uk.kinbridge.referral.referral.HandleReferral;
import uk.kinbridge.referral.referral.HandleReferral.Outcome;
import uk.kinbridge.referral.referral.Places;
import uk.kinbridge.referral.referral.Referral;
import uk.kinbridge.referral.referral.ReferralMother;
import uk.kinbridge.referral.referral.Referrals;
import uk.kinbridge.referral.referral.TellOthers;

/** SAL-19: fifteen places, and whoever leaves one lets in the family that has waited longest. */
@OnEachDatabase
class LeavingAProgrammeTest {

    private static final String PROGRAMME = "achieve-salford/holding-families";
    private static final Instant HALF_A_YEAR = MONDAY_TEN.plus(Duration.ofDays(180));
    private static final Caller CARLTON =
            new Caller("p-carlton", "carlton.dube", "Carlton Dube", "achieve-salford", Set.of(), Set.of(Role.MANAGER));
    private static final Caller MAEVE = new Caller(
            "p-maeve",
            "maeve.torrance",
            "Maeve Torrance",
            "salford-childrens-services",
            Set.of(),
            Set.of(Role.PRACTITIONER));

    private final Referrals referrals;
    private final Places places;
    private final HandleReferral handle;

    LeavingAProgrammeTest(TestDatabase database) {
        var mongo = new MongoTemplate(database.client(), database.name());
        mongo.remove(new Query(), MongoPlaces.COLLECTION);
        mongo.remove(new Query(), MongoReferrals.COLLECTION);
        this.referrals = Rig.referrals(mongo);
        this.places = new MongoPlaces(mongo);
        this.handle = new HandleReferral(
                referrals,
                Rig.rules(BankHolidays.shipped()),
                Rig.noDocuments(),
                places,
                new OpenDisagreements() {
                    @Override
                    public void opened(Open disagreement) {}

                    @Override
                    public void closed(String disagreement) {}

                    @Override
                    public List<Open> about(String subject) {
                        return List.of();
                    }
                },
                new TellOthers(new Office().again()));
    }

    @Test
    void a_stale_offer_takes_no_place() {
        referred("f");
        waits("f", MONDAY_TEN);

        assertThat(handle.offerPlace("f", 1, CARLTON, MONDAY_TEN)).isInstanceOf(Outcome.Stale.class);

        assertThat(others(15)).as("every place is free").isTrue();
        assertThat(takes("one-too-many")).isFalse();
        assertThat(standing("f").state()).isEqualTo("waiting");
    }

    @Test
    void who_leaves_lets_in_whoever_has_waited_longest_and_nobody_else() {
        var leaving = onTheFullProgramme();
        referred("a-later");
        referred("b-first");
        waits("b-first", MONDAY_TEN.plusSeconds(60));
        waits("a-later", MONDAY_TEN.plusSeconds(120));
        waits("b-first", MONDAY_TEN.plusSeconds(180));

        var left = act(leaving, new Act.Close("They have moved away."), CARLTON);

        assertThat(left.state()).isEqualTo("finished");
        assertThat(standing("b-first").state()).isEqualTo("on-programme");
        assertThat(standing("b-first").history().getLast().said()).containsKey("because");
        assertThat(standing("b-first").clocks())
                .filteredOn(clock -> clock.kind().equals("programme"))
                .singleElement()
                .satisfies(clock -> assertThat(clock.isOpen()).isTrue());
        assertThat(standing("a-later").state()).isEqualTo("waiting");
        assertThat(takes("one-too-many")).as("all fifteen are taken again").isFalse();
        assertThat(handle.offerPlace("a-later", version("a-later"), CARLTON, MONDAY_TEN))
                .isInstanceOf(Outcome.Full.class);
    }

    @Test
    void one_that_its_referrer_takes_back_lets_the_next_one_in_without_naming_them() {
        var leaving = onTheFullProgramme();
        referred("next");
        waits("next", MONDAY_TEN);

        act(leaving, new Act.Withdraw("The parent does not want it any more."), MAEVE);

        assertThat(standing("next").state()).isEqualTo("on-programme");
        assertThat(Objects.requireNonNull(standing("next").history().getLast().by())
                        .person())
                .isEqualTo("p-carlton");
    }

    @Test
    void a_place_that_nobody_waits_for_is_free() {
        var leaving = onTheFullProgramme();

        act(leaving, new Act.Close("Finished."), CARLTON);

        assertThat(takes("the-next-one-to-come")).isTrue();
        assertThat(takes("one-too-many")).isFalse();
    }

    private String onTheFullProgramme() {
        referred("on");
        assertThat(handle.offerPlace("on", 1, CARLTON, MONDAY_TEN)).isInstanceOf(Outcome.Done.class);
        assertThat(others(14)).isTrue();
        return "on";
    }

    private boolean others(int families) {
        return IntStream.range(0, families).allMatch(i -> takes("other-" + i));
    }

    private boolean takes(String referral) {
        return places.take(PROGRAMME, referral, 15, HALF_A_YEAR, MONDAY_TEN);
    }

    private void referred(String id) {
        referrals.add(
                ReferralMother.begun(id, ReferralMother.rules("salford", "holding-families"), MONDAY_TEN), MONDAY_TEN);
    }

    private void waits(String id, Instant at) {
        var act = new Act.PutOnWaitingList("The next group begins soon.");
        assertThat(handle.act(id, version(id), CARLTON, act, at)).isInstanceOf(Outcome.Done.class);
    }

    private Referral act(String id, Act act, Caller by) {
        var outcome = handle.act(id, version(id), by, act, MONDAY_TEN.plusSeconds(600));
        return ((Outcome.Done) outcome).held().referral();
    }

    private Referral standing(String id) {
        return referrals.find(id).orElseThrow().referral();
    }

    private long version(String id) {
        return referrals.find(id).orElseThrow().version();
    }
}
