package uk.kinbridge.escalation.disagreement;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.protocols.pack.Agency;
import uk.kinbridge.protocols.pack.AgencyId;
import uk.kinbridge.protocols.pack.AreaId;
import uk.kinbridge.protocols.pack.Contact;
import uk.kinbridge.protocols.pack.Fact;
import uk.kinbridge.protocols.pack.Ladder;
import uk.kinbridge.protocols.pack.Ladder.Rung;
import uk.kinbridge.protocols.pack.ObligationId;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.pack.PersonRole;
import uk.kinbridge.protocols.pack.Prompt;
import uk.kinbridge.protocols.time.BankHolidays;
import uk.kinbridge.protocols.time.WorkingCalendar;

/** What the pinned protocol says about settling a disagreement. Pure. */
public record Rules(Pack pack, Ladder ladder, BankHolidays bankHolidays) {

    /** Empty when the pack has no ladder, which the linter does not let happen in an area's own pack. */
    public static Optional<Rules> of(Pack pack, BankHolidays bankHolidays) {
        var ladder = pack.ladder();
        return ladder == null ? Optional.empty() : Optional.of(new Rules(pack, ladder, bankHolidays));
    }

    Pinned pinned() {
        var reference = pack.reference();
        return new Pinned(reference.id().value(), reference.version(), reference.hash());
    }

    /** The number of the last rung. */
    public int top() {
        return ladder.rungs().size();
    }

    /** The rung of that level. */
    public Rung rung(int level) {
        return ladder.rung(level).orElseThrow(() -> new IllegalStateException("the ladder has no level " + level));
    }

    /** The rung above; empty on the last one. */
    public Optional<Rung> above(int level) {
        return ladder.rung(level + 1);
    }

    /** Whether there is no time for the rungs (SAL-27). Danger that is one for the police is always urgent. */
    boolean isUrgent(Collection<Fact> risks) {
        var urgency = ladder.urgency();
        return urgency != null && (urgency.sameDay().holds(facts(risks)) || isForThePolice(risks));
    }

    /** Whether the police come first (ENG-07). */
    public boolean isForThePolice(Collection<Fact> risks) {
        var urgency = ladder.urgency();
        return urgency != null && urgency.police().holds(facts(risks));
    }

    /** Whom to call before anything else. */
    public Optional<Contact> callFirst() {
        return Optional.ofNullable(ladder.urgency()).flatMap(urgency -> pack.contact(urgency.call()));
    }

    private static Set<Fact> facts(Collection<Fact> risks) {
        var facts = EnumSet.noneOf(Fact.class);
        facts.addAll(risks);
        return facts;
    }

    WorkingCalendar calendarOf(String agency) {
        return pack.calendarOf(new AgencyId(agency), bankHolidays);
    }

    /** Who takes that side's part on a rung: whoever goes there, or their counterpart. */
    List<PersonRole> roles(int level, boolean raising) {
        return raising ? rung(level).who() : rung(level).counterpart();
    }

    /** Who may speak for a side: the roles of its rung, and of those above, who may always step in. */
    Stream<PersonRole> voices(int level, boolean raising) {
        return ladder.rungs().stream()
                .filter(rung -> rung.level() >= level)
                .flatMap(rung -> roles(rung.level(), raising).stream());
    }

    /** The agencies of the area that a rung tells, such as the safeguarding partnership. */
    List<String> told(Rung rung, String area) {
        return rung.tell().stream()
                .flatMap(role -> pack.agencies(role).stream())
                .filter(agency -> agency.areas().contains(new AreaId(area)))
                .map(agency -> agency.id().value())
                .distinct()
                .toList();
    }

    /** The partnerships of the area, whatever the rung. */
    List<String> partnerships(String area) {
        return ladder.rungs().stream()
                .flatMap(rung -> told(rung, area).stream())
                .distinct()
                .toList();
    }

    /** What the ladder offers beside its rungs: guidance, or a formal review. */
    public Optional<Prompt> offer(String kind) {
        return ladder.guidance().stream()
                .filter(prompt -> prompt.id().value().equals(kind))
                .findFirst();
    }

    Optional<Party> party(String agency) {
        return pack.agency(new AgencyId(agency)).map(found -> new Party(agency, found.name()));
    }

    /** The area that was named, when both agencies work in it; else another that they share; else the raising one's. */
    Optional<String> areaOf(String raising, String answering, String named) {
        var theirs = pack.agency(new AgencyId(answering)).map(Agency::areas).orElse(List.of());
        var ours = pack.agency(new AgencyId(raising)).map(Agency::areas).orElse(List.of());
        var shared = ours.stream().filter(theirs::contains).toList();
        return shared.stream()
                .filter(area -> area.value().equals(named))
                .findFirst()
                .or(() -> shared.stream().findFirst())
                .or(() -> ours.stream().findFirst())
                .map(AreaId::value);
    }

    /** The obligation that a rung serves first. */
    String obligation(int level) {
        return rung(level).obligations().getFirst().value();
    }

    /** What the whole ladder serves. */
    public List<String> obligations() {
        return ladder.obligations().stream().map(ObligationId::value).toList();
    }

    /** By when all rungs must have been reached when the risk does not wait: the end of this working day. */
    @Nullable
    Instant allRungsBy(Collection<Fact> risks, String agency, Instant now) {
        if (!isUrgent(risks)) {
            return null;
        }
        var calendar = calendarOf(agency);
        return calendar.closing(calendar.dayOf(now));
    }
}
