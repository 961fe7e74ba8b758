package uk.kinbridge.acceptance.journey;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import uk.kinbridge.acceptance.suite.RunningSuite;

/** Plays a journey on the running suite and prints its story; without a name it lists the journeys. */
public final class Play {

    /** Every journey that can be played. */
    public static final List<Journey> JOURNEYS = List.of(
            new HackneyIntoTreatment(),
            new HackneyLateAcknowledgement(),
            new HackneyThreeMissedAppointments(),
            new HackneyIntoSocialCare(),
            new SalfordBridge(),
            new SalfordPregnancy(),
            new SalfordLostToContact(),
            new SalfordEntersTreatment(),
            new SalfordHoldingFamilies(),
            new ScreeningNeverAlone(),
            new HampshireTwoSided(),
            new DelusionalBeliefs(),
            new IsleOfWightOutOfHours(),
            new FamilyApproachRedirect(),
            new FamilyApproachCombinedFactors(),
            new DorsetChild(),
            new DorsetAdultWithoutConsent(),
            new AgencySystemRefers(),
            new ResolvedAtLevelOne(),
            new SalfordFourLevels(),
            new SameDayImmediateRisk(),
            new SilenceBecomesEscalation(),
            new UndertakingNotKept(),
            new SixthProtocol(),
            new NoticeAcknowledged(),
            new NoticeStreamResumed(),
            new NoticeChased(),
            new NoticeOutOfHours(),
            new HackneyParentalNeeds(),
            new ReassessmentOnChange(),
            new SalfordJointAssessment(),
            new DorsetParentAtRisk(),
            new NoticeByEveryChannel());

    private Play() {}

    /** Exit status 0 when every step was as the protocol wants it, 1 when one was not, 2 for an unknown name. */
    public static void main(String[] args) {
        System.exit(play(args, new PrintStream(System.out, true, StandardCharsets.UTF_8)));
    }

    static int play(String[] args, PrintStream out) {
        var chosen = JOURNEYS.stream()
                .filter(journey -> args.length == 1 && journey.name().equals(args[0]))
                .findFirst();
        if (chosen.isEmpty()) {
            out.println("Journeys:");
            JOURNEYS.forEach(journey -> out.println("  %-28s %s".formatted(journey.name(), journey.title())));
            return args.length == 0 ? 0 : 2;
        }
        out.println(chosen.get().title());
        try {
            chosen.get().play(RunningSuite.of(System.getenv()), new Story(out::println));
        } catch (NotAsTheProtocolWants broken) {
            out.println();
            out.println("NOT AS THE PROTOCOL WANTS IT: " + broken.getMessage());
            return 1;
        } catch (UncheckedIOException | IllegalStateException away) {
            out.println();
            out.println("The suite does not answer (" + away.getMessage() + "). Start it: ./kinbridge start");
            return 1;
        }
        out.println();
        out.println("Every step was as the protocol wants it.");
        return 0;
    }
}
