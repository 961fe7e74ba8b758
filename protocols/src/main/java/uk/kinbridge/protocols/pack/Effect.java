package uk.kinbridge.protocols.pack;

import static uk.kinbridge.protocols.pack.CaseEvent.APPOINTMENT_MISSED;
import static uk.kinbridge.protocols.pack.CaseEvent.ASSESSMENT_COMPLETED;
import static uk.kinbridge.protocols.pack.CaseEvent.ASSESSMENT_REVIEWED;
import static uk.kinbridge.protocols.pack.CaseEvent.ATTENDANCE_FAILING;
import static uk.kinbridge.protocols.pack.CaseEvent.CASE_CLOSED;
import static uk.kinbridge.protocols.pack.CaseEvent.CIRCUMSTANCES_CHANGED;
import static uk.kinbridge.protocols.pack.CaseEvent.CLOSURE_HEARD;
import static uk.kinbridge.protocols.pack.CaseEvent.CLOSURE_PROPOSED;
import static uk.kinbridge.protocols.pack.CaseEvent.CONFERENCE_CALLED;
import static uk.kinbridge.protocols.pack.CaseEvent.CONFERENCE_HELD;
import static uk.kinbridge.protocols.pack.CaseEvent.CONFERENCE_REVIEWED;
import static uk.kinbridge.protocols.pack.CaseEvent.CORE_GROUP_HELD;
import static uk.kinbridge.protocols.pack.CaseEvent.DECIDED_IN_EMERGENCY;
import static uk.kinbridge.protocols.pack.CaseEvent.FAMILY_FOUND;
import static uk.kinbridge.protocols.pack.CaseEvent.HARM_INDICATED;
import static uk.kinbridge.protocols.pack.CaseEvent.INCIDENT_REVIEWED;
import static uk.kinbridge.protocols.pack.CaseEvent.INFORMATION_CHECKED;
import static uk.kinbridge.protocols.pack.CaseEvent.INFORMATION_SHARED;
import static uk.kinbridge.protocols.pack.CaseEvent.JOINT_PLAN_REVIEWED;
import static uk.kinbridge.protocols.pack.CaseEvent.JOINT_WORK_ENDED;
import static uk.kinbridge.protocols.pack.CaseEvent.LOST_TO_CONTACT;
import static uk.kinbridge.protocols.pack.CaseEvent.MEETING_CALLED;
import static uk.kinbridge.protocols.pack.CaseEvent.MEETING_HELD;
import static uk.kinbridge.protocols.pack.CaseEvent.MIDWIFE_REFERRED;
import static uk.kinbridge.protocols.pack.CaseEvent.PICTURE_ANSWERED;
import static uk.kinbridge.protocols.pack.CaseEvent.PICTURE_RAISED;
import static uk.kinbridge.protocols.pack.CaseEvent.PREGNANCY_BEGAN;
import static uk.kinbridge.protocols.pack.CaseEvent.PREGNANCY_ENDED;
import static uk.kinbridge.protocols.pack.CaseEvent.PREGNANCY_RECORDED;
import static uk.kinbridge.protocols.pack.CaseEvent.PROTECTION_ENDED;
import static uk.kinbridge.protocols.pack.CaseEvent.STRATEGY_DISCUSSED;
import static uk.kinbridge.protocols.pack.CaseEvent.TEAM_AROUND_CHILD_HELD;
import static uk.kinbridge.protocols.pack.CaseEvent.TRANSITION_PLANNED;
import static uk.kinbridge.protocols.pack.CaseEvent.TREATMENT_ENTERED;
import static uk.kinbridge.protocols.pack.CaseEvent.TURNED_SEVENTEEN;
import static uk.kinbridge.protocols.pack.CaseEvent.UPDATE_GIVEN;
import static uk.kinbridge.protocols.pack.CaseEvent.UPDATE_REQUESTED;
import static uk.kinbridge.protocols.pack.CaseEvent.WORK_TYPE_CHANGED;

import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the suite does with what stands beside the pathways of a pack. A rule that nothing would ever carry out must not
 * look like one that is kept: the linter refuses it, and names the feature where it only has to wait.
 */
public final class Effect {

    private static final Map<CaseEvent, Set<Fact>> TOLD = told();
    private static final Map<CaseEvent, String> LATER = later();

    private Effect() {}

    /**
     * What is known of a case where a notice of the whole case is told on that event.
     *
     * @return empty where nobody tells by such a notice
     */
    public static Optional<Set<Fact>> knownWhenTold(CaseEvent on) {
        return Optional.ofNullable(TOLD.get(on));
    }

    /** Whether somebody inside is asked to tell agencies outside when that happens. */
    public static boolean tellsOutside(CaseEvent on) {
        return on == TREATMENT_ENTERED;
    }

    /** Whether a clock beside the pathways runs from that on. */
    public static boolean runs(Clock clock) {
        return switch (clock.startsOn()) {
            case PICTURE_RAISED -> clock.stopsOn().contains(PICTURE_ANSWERED);
            case LOST_TO_CONTACT -> clock.stopsOn().contains(FAMILY_FOUND);
            case ASSESSMENT_COMPLETED, ASSESSMENT_REVIEWED, CIRCUMSTANCES_CHANGED ->
                clock.stopsOn().contains(ASSESSMENT_REVIEWED);
            // The rule of the record says after what time it is stale; the clock says what becomes of it then.
            case INFORMATION_CHECKED -> clock.stopsOn().contains(INFORMATION_CHECKED);
            default -> false;
        };
    }

    /** The feature that will cause that event; empty for one that happens already. */
    public static Optional<String> waitsFor(CaseEvent event) {
        return Optional.ofNullable(LATER.get(event));
    }

    /** What in that pack has to wait, in words, the features that it waits for included. */
    public static List<String> waiting(Pack pack) {
        return Stream.concat(
                        pack.notices().stream()
                                .flatMap(notice -> waitsFor(notice.on())
                                        .map(feature -> "notices/%s waits for '%s'".formatted(notice.id(), feature))
                                        .stream()),
                        pack.clocks().stream()
                                .filter(clock -> !runs(clock))
                                .flatMap(clock -> Stream.concat(Stream.of(clock.startsOn()), clock.stopsOn().stream())
                                        .flatMap(event -> waitsFor(event).stream())
                                        .findFirst()
                                        .map(feature -> "clocks/%s waits for '%s'".formatted(clock.id(), feature))
                                        .stream()))
                .toList();
    }

    private static Map<CaseEvent, Set<Fact>> told() {
        var family = EnumSet.of(
                Fact.CHILD_CARED_FOR,
                Fact.CHILD_IN_REGULAR_CONTACT,
                Fact.CHILD_GIVES_CARE,
                Fact.PREGNANCY,
                Fact.SUBSTANCE_MISUSE,
                Fact.YOUNG_PERSON_USES_SUBSTANCES,
                Fact.CHILD_AFFECTED_BY_SUBSTANCES,
                Fact.KNOWN_TO_CHILDRENS_SOCIAL_CARE);
        var told = new EnumMap<CaseEvent, Set<Fact>>(CaseEvent.class);
        told.put(CIRCUMSTANCES_CHANGED, with(family, Fact.OPEN_TO_BOTH_SERVICES));
        told.put(TREATMENT_ENTERED, with(family, Fact.CONSENT_GIVEN, Fact.OPEN_TO_BOTH_SERVICES));
        told.put(APPOINTMENT_MISSED, EnumSet.of(Fact.OPEN_TO_BOTH_SERVICES));
        told.put(ATTENDANCE_FAILING, EnumSet.of(Fact.OPEN_TO_BOTH_SERVICES));
        told.put(PICTURE_RAISED, EnumSet.noneOf(Fact.class));
        told.put(INFORMATION_SHARED, EnumSet.noneOf(Fact.class));
        // An assessment knows what its form establishes; everything but what is decided elsewhere.
        var assessed = EnumSet.complementOf(EnumSet.of(
                Fact.OPEN_TO_BOTH_SERVICES, Fact.CONSENT_GIVEN, Fact.CONSENT_REFUSED, Fact.CONSENT_CANNOT_BE_GIVEN));
        for (var event : List.of(ASSESSMENT_COMPLETED, ASSESSMENT_REVIEWED, HARM_INDICATED)) {
            told.put(event, assessed);
        }
        return told;
    }

    private static Set<Fact> with(Collection<Fact> facts, Fact... more) {
        var all = EnumSet.copyOf(facts);
        all.addAll(List.of(more));
        return all;
    }

    private static Map<CaseEvent, String> later() {
        var later = new EnumMap<CaseEvent, String>(CaseEvent.class);
        List.of(
                        WORK_TYPE_CHANGED,
                        JOINT_PLAN_REVIEWED,
                        MEETING_CALLED,
                        MEETING_HELD,
                        UPDATE_REQUESTED,
                        UPDATE_GIVEN,
                        DECIDED_IN_EMERGENCY,
                        INCIDENT_REVIEWED,
                        JOINT_WORK_ENDED)
                .forEach(event -> later.put(event, "joint-work"));
        List.of(CASE_CLOSED, CLOSURE_PROPOSED, CLOSURE_HEARD).forEach(event -> later.put(event, "closure"));
        List.of(
                        STRATEGY_DISCUSSED,
                        CONFERENCE_CALLED,
                        CONFERENCE_HELD,
                        CONFERENCE_REVIEWED,
                        CORE_GROUP_HELD,
                        PROTECTION_ENDED)
                .forEach(event -> later.put(event, "meetings"));
        List.of(PREGNANCY_BEGAN, PREGNANCY_RECORDED, MIDWIFE_REFERRED, TEAM_AROUND_CHILD_HELD, PREGNANCY_ENDED)
                .forEach(event -> later.put(event, "pregnancy"));
        List.of(TURNED_SEVENTEEN, TRANSITION_PLANNED).forEach(event -> later.put(event, "transition"));
        return later;
    }
}
