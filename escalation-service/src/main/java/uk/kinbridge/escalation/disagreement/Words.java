package uk.kinbridge.escalation.disagreement;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import uk.kinbridge.escalation.post.Holder;

/** Plain words of a disagreement. They name agencies and roles, never a member of a family. */
final class Words {

    private static final DateTimeFormatter SPOKEN = DateTimeFormatter.ofPattern(
                    "EEEE d MMMM yyyy 'at' HH:mm", Locale.UK)
            .withZone(ZoneId.of("Europe/London"));
    private static final int NAMES = 3;

    private Words() {}

    /** A moment as people in England say it. */
    static String spoken(Instant at) {
        return SPOKEN.format(at);
    }

    static String about(Subject subject) {
        return switch (subject.kind()) {
            case SILENCE -> "what is overdue on " + subject.plainReference();
            case REFERRAL, DECISION, ASSESSMENT, PLAN ->
                "the " + subject.kind().word() + " " + subject.plainReference();
        };
    }

    /** "Ruth Okello or a named-professional" where the directory knew a name, else the roles alone. */
    static String who(Seat seat) {
        var roles = String.join(" or ", seat.roles());
        var names = names(seat.people());
        return names.isEmpty() ? roles : names + " (" + roles + ")";
    }

    private static String names(List<Holder> people) {
        return people.stream().limit(NAMES).map(Holder::name).collect(joining(", "));
    }

    static String raised(Disagreement d) {
        return d.sides().raising().name() + " disagrees with "
                + d.sides().answering().name() + " about " + about(d.matter().subject());
    }

    static String opposite(Step step, Party ours, Party theirs, String task) {
        return "Level %d of the ladder, %s: %s Your opposite number at %s: %s."
                .formatted(step.level(), ours.name(), task, theirs.name(), who(step.seatOf(theirs.agency())));
    }
}
