package uk.kinbridge.referral.referral;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.platform.clock.Clock;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.security.Role;

/**
 * In whose worklists a referral stands: that of its agencies, of the people and teams who work on it, of those who owe
 * something about it by a clock, and of those to whom it is owed. Each list has a name, so that one index serves all.
 */
public final class Duties {

    private Duties() {}

    /** Names of the lists in which that referral stands because of who sent it, got it and works on it. */
    public static Set<String> lists(Referral referral) {
        var lists = new TreeSet<String>();
        referral.parties().forEach(agency -> lists.add(ofAgency(agency)));
        lists.add(sentBy(referral.referrer().agency()));
        lists.add(receivedBy(referral.recipient().agency()));
        if (referral.waitsForPlace()) {
            lists.add(waitingFor(referral.programme()));
        }
        workers(referral).forEach(worker -> {
            lists.add("person:" + personIn(worker.agency(), worker.person()));
            worker.teams().forEach(team -> lists.add("team:" + worker.agency() + "/" + team));
        });
        return lists;
    }

    /**
     * Names of the lists of those who owe something about it, and of those to whom it is owed, each at the moment when the
     * first of what that list is about is due: nobody's list is sorted by another's clock.
     */
    public static Map<String, Instant> dues(Referral referral) {
        var dues = new TreeMap<String, Instant>();
        referral.clocks().stream()
                .filter(Clock::isOpen)
                .forEach(clock -> listsOf(clock, referral)
                        .forEach(list ->
                                dues.merge(list, clock.dueAt(), (one, other) -> one.isBefore(other) ? one : other)));
        return dues;
    }

    /** When the first of what any of those lists is about is due; empty when it stands in none of them. */
    public static Optional<Instant> dueIn(Collection<String> lists, Referral referral) {
        var dues = dues(referral);
        return lists.stream().map(dues::get).filter(Objects::nonNull).min(Comparator.naturalOrder());
    }

    private static Stream<String> listsOf(Clock clock, Referral referral) {
        var owner = clock.owner().agency();
        var person = personWhoOwes(clock, referral);
        var owes = person == null
                ? "owes:" + owner + "/" + clock.owner().role()
                : "owes:person:" + personIn(owner, person);
        var owed = referral.parties().stream()
                .filter(other -> !other.equals(owner))
                .flatMap(other -> Stream.concat(
                        Stream.of("owed:" + other),
                        workers(referral)
                                .filter(worker -> worker.agency().equals(other))
                                .map(worker -> "owed:person:" + personIn(other, worker.person()))));
        return Stream.concat(Stream.of(owes), owed);
    }

    /** A person's work stays with the agency for which it is done when they go to another one. */
    private static String personIn(String agency, String person) {
        return agency + "/" + person;
    }

    /** Their list; and what it was called before it named the agency, which a row keeps until it is next saved. */
    private static List<String> listsOf(String kind, Caller caller) {
        return List.of(kind + personIn(caller.agency(), caller.subject()), kind + caller.subject());
    }

    static String ofAgency(String agency) {
        return "agency:" + agency;
    }

    static String sentBy(String agency) {
        return "sent:" + agency;
    }

    static String receivedBy(String agency) {
        return "received:" + agency;
    }

    /** Who waits for a place of that programme (SAL-19). */
    static String waitingFor(String programme) {
        return "waiting:" + programme;
    }

    /** What this caller works on: what they sent, and what they do more with than acknowledge it. */
    public static List<String> mine(Caller caller) {
        return listsOf("person:", caller);
    }

    /** What the caller's teams work on. */
    public static List<String> ofTeams(Caller caller) {
        return caller.teams().stream()
                .sorted()
                .map(team -> "team:" + caller.agency() + "/" + team)
                .toList();
    }

    /** What this caller owes: themselves, and in the roles that they hold for their agency. */
    public static List<String> owedBy(Caller caller) {
        return Stream.concat(
                        listsOf("owes:person:", caller).stream(),
                        caller.roles().stream().sorted().map(role -> "owes:" + caller.agency() + "/" + role.kebab()))
                .toList();
    }

    /** What others owe: to this caller; to the whole agency where the caller answers for its work. */
    public static List<String> owedTo(Caller caller) {
        return answersForTheAgency(caller) ? List.of("owed:" + caller.agency()) : listsOf("owed:person:", caller);
    }

    /** Whether that clock is one of the caller's own duties. */
    public static boolean isOwedBy(Caller caller, Clock clock, Referral referral) {
        if (!caller.worksFor(clock.owner().agency())) {
            return false;
        }
        var person = personWhoOwes(clock, referral);
        return person == null
                ? Role.named(clock.owner().role()).map(caller::hasRole).orElse(false)
                : person.equals(caller.subject());
    }

    private static boolean answersForTheAgency(Caller caller) {
        return caller.hasAnyRole(
                Role.SAFEGUARDING_LEAD, Role.MANAGER, Role.DUTY_WORKER, Role.NAMED_PROFESSIONAL, Role.SENIOR_MANAGER);
    }

    /** What a practitioner owes, the one on the case owes; what any other role owes, whoever holds it. */
    private static @Nullable String personWhoOwes(Clock clock, Referral referral) {
        if (!clock.owner().role().equals(Role.PRACTITIONER.kebab())) {
            return null;
        }
        if (clock.owner().agency().equals(referral.referrer().agency())) {
            return referral.referrer().person();
        }
        var worker = referral.standing().worker();
        return worker != null && worker.agency().equals(clock.owner().agency()) ? worker.person() : null;
    }

    private static Stream<Actor> workers(Referral referral) {
        var worker = referral.standing().worker();
        var referrer = referral.history().stream()
                .map(Happening::by)
                .filter(by ->
                        by != null && by.person().equals(referral.referrer().person()))
                .findFirst()
                .orElseGet(() -> new Actor(
                        referral.referrer().person(),
                        referral.referrer().personName(),
                        referral.referrer().agency(),
                        List.of()));
        return Stream.concat(Stream.ofNullable(referrer), Stream.ofNullable(worker));
    }
}
