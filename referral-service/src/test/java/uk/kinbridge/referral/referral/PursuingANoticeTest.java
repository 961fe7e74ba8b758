package uk.kinbridge.referral.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.kinbridge.protocols.pack.Notice;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.pack.PackId;
import uk.kinbridge.protocols.pack.Packs;
import uk.kinbridge.protocols.pack.Pathway;
import uk.kinbridge.protocols.time.BankHolidays;
import uk.kinbridge.referral.referral.ReferralEvent.Addressee;

/** HAC-17: every notice that must be acknowledged is chased by somebody, whatever protocol asks for it. */
class PursuingANoticeTest {

    private static final Instant MONDAY_TEN = ReferralMother.MONDAY_TEN;

    record Case(Pack pack, Pathway pathway, Notice notice) {
        @Override
        public String toString() {
            return pack.reference().id().value() + " " + pathway.id().value() + " "
                    + notice.id().value();
        }
    }

    static Stream<Case> acknowledged() {
        return Stream.of("hackney", "salford", "dorset", "joint-working")
                .map(id -> Packs.shipped().latest(new PackId(id)).orElseThrow())
                .flatMap(pack -> pack.pathways().stream()
                        .flatMap(pathway -> pathway.notices().stream()
                                .filter(Notice::needsAcknowledgement)
                                .map(notice -> new Case(pack, pathway, notice))));
    }

    @ParameterizedTest
    @MethodSource("acknowledged")
    void steps_go_on_in_time_from_the_recipient_to_the_sender(Case asked) {
        var pursuit = pursuitOf(asked);

        assertThat(pursuit.steps())
                .extracting(Pursuit.Step::at)
                .isSorted()
                .allSatisfy(at -> assertThat(at).isAfter(MONDAY_TEN).isBefore(MONDAY_TEN.plus(Duration.ofDays(60))));
        assertThat(pursuit.steps().getFirst().turn()).isEqualTo(Pursuit.Turn.RECIPIENT);
        assertThat(pursuit.steps().getLast().turn()).isEqualTo(Pursuit.Turn.SENDER);
        assertThat(pursuit.steps().stream().skip(1))
                .allSatisfy(step -> assertThat(step.to()).isNotNull());
    }

    @Test
    void nobody_chases_what_nobody_has_to_acknowledge() {
        var rules = ReferralMother.rules("into-treatment");
        var plain = rules.pathway().notices().stream()
                .filter(notice -> !notice.needsAcknowledgement())
                .findFirst()
                .orElseThrow();

        assertThat(Pursuit.of(asked(plain), ReferralMother.aReferral(MONDAY_TEN), rules))
                .isNull();
    }

    private static Pursuit pursuitOf(Case asked) {
        var rules = new Rules(asked.pack(), asked.pathway(), BankHolidays.shipped());
        return java.util.Objects.requireNonNull(
                Pursuit.of(asked(asked.notice()), ReferralMother.aReferral(MONDAY_TEN), rules));
    }

    private static Pursuit.Asked asked(Notice notice) {
        return new Pursuit.Asked(
                notice.on(),
                notice,
                new Addressee("hackney-drug-treatment", "safeguarding-lead", null),
                ReferralMother.SOCIAL_WORKER,
                MONDAY_TEN);
    }
}
