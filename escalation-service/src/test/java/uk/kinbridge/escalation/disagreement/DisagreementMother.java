package uk.kinbridge.escalation.disagreement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import uk.kinbridge.escalation.disagreement.DisagreementEvent.Addressee;
import uk.kinbridge.escalation.disagreement.DisagreementEvent.NoticeRequested;
import uk.kinbridge.escalation.disagreement.Proposal.Undertaking;
import uk.kinbridge.escalation.disagreement.Resolution.ChildSafety;
import uk.kinbridge.escalation.post.Holder;
import uk.kinbridge.escalation.post.Holders;
import uk.kinbridge.escalation.post.Posts;
import uk.kinbridge.escalation.post.Presence;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.security.Role;
import uk.kinbridge.protocols.pack.Fact;
import uk.kinbridge.protocols.pack.PackId;
import uk.kinbridge.protocols.pack.Packs;
import uk.kinbridge.protocols.pack.PersonRole;
import uk.kinbridge.protocols.time.BankHolidays;

/** Disagreements as Salford's people would raise them: the treatment service with Children's Services. */
public final class DisagreementMother {

    /** A Monday in winter, ten in the morning in London. */
    public static final Instant MONDAY_TEN = Instant.parse("2026-11-23T10:00:00Z");

    public static final String ACHIEVE = "achieve-salford";
    public static final String BRIDGE = "salford-childrens-services";
    public static final String BOARD = "salford-safeguarding-partnership";

    public static final Actor JOEL = new Actor("p-joel", "Joel Marsden", ACHIEVE, List.of("practitioner"));
    public static final Actor CARLTON = new Actor("p-carlton", "Carlton Dube", ACHIEVE, List.of("manager"));
    public static final Actor MAEVE = new Actor("p-maeve", "Maeve Torrance", BRIDGE, List.of("practitioner"));
    public static final Actor LORNA = new Actor("p-lorna", "Lorna Whitby", BRIDGE, List.of("manager"));
    public static final Actor GARETH = new Actor("p-gareth", "Gareth Inskip", BOARD, List.of("board-analyst"));

    /** Somebody is in every post. */
    public static final Posts FILLED =
            (agency, role, _) -> new Holders.Held(List.of(new Holder("p-" + agency + "-" + role.word(), "A Person")));

    /** The directory does not answer. */
    public static final Posts UNKNOWN = (_, _, _) -> new Holders.Unknown();

    private DisagreementMother() {}

    /** Nobody holds these roles in that agency; everybody else is in post. */
    public static Posts vacant(String agency, PersonRole... roles) {
        return (a, role, at) ->
                a.equals(agency) && Set.of(roles).contains(role) ? new Holders.Vacant() : FILLED.holding(a, role, at);
    }

    public static Rules rules(String pack) {
        return Rules.of(Packs.shipped().latest(new PackId(pack)).orElseThrow(), BankHolidays.shipped())
                .orElseThrow();
    }

    /** The shipped bank holidays and one more day, as a list that is published later. */
    public static BankHolidays newerCalendar(String date) {
        try (var shipped =
                Objects.requireNonNull(BankHolidays.class.getResourceAsStream("/calendar/bank-holidays.yaml"))) {
            var text = new String(shipped.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("version: " + BankHolidays.shipped().version(), "version: 2026-12-01")
                    .replaceFirst("  england-and-wales:\n", "  england-and-wales:\n    " + date + ": \"Thanks\"\n");
            return BankHolidays.read("test", text);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static Rules salford() {
        return rules("salford");
    }

    public static Subject referral() {
        return new Subject(Subject.Kind.REFERRAL, "r-1", "R-3333-3333", "/api/referrals/r-1");
    }

    public static Matter matter(Rules rules, Instant now, Fact... risks) {
        return new Matter(
                referral(),
                "The baby is not seen.",
                "A visit this week.",
                List.of("SAL-06"),
                List.of(risks),
                rules.allRungsBy(List.of(risks), BRIDGE, now));
    }

    public static Sides sides() {
        return Sides.raisedBy(
                JOEL,
                new Party(ACHIEVE, "Achieve Salford Recovery Services"),
                new Party(BRIDGE, "Salford Children's Services (the Bridge)"),
                null);
    }

    public static Change<Disagreement, DisagreementEvent> raised(String id, Posts posts, Instant now, Fact... risks) {
        var rules = salford();
        return Disagreement.raised(id, "D-" + id, "salford", matter(rules, now, risks), sides(), rules, posts, now);
    }

    public static Disagreement aDisagreement(Instant now, Fact... risks) {
        return raised("d-1", FILLED, now, risks).next();
    }

    /** The same, on a higher rung, with everything on the way done as people would. */
    public static Disagreement onLevel(int level, Instant now) {
        var d = aDisagreement(now);
        while (d.stage().level() < level) {
            d = done(d.advise(CARLTON, salford(), FILLED, now)).next();
            d = done(d.climb(CARLTON, "Nothing has changed.", salford(), FILLED, now))
                    .next();
        }
        return d;
    }

    public static Disagreement proposed(Disagreement d, Instant now) {
        return done(d.propose(
                        LORNA,
                        "A visit.",
                        List.of(new Undertaking(BRIDGE, "Maeve Torrance", "Visit the baby", now.plusSeconds(9000))),
                        now,
                        salford(),
                        FILLED))
                .next();
    }

    /** Resolved, with one undertaking of the other agency, due in two and a half hours. */
    public static Disagreement resolved(Instant now) {
        return done(proposed(aDisagreement(now), now).confirm(JOEL, ChildSafety.SAFER, "Seen.", salford(), now))
                .next();
    }

    /** Nobody is asked but for these people, who are as is said; everybody else is in post. */
    public static Posts present(Map<String, Presence> people) {
        return new Posts() {
            @Override
            public Holders holding(String agency, PersonRole role, Instant at) {
                return FILLED.holding(agency, role, at);
            }

            @Override
            public Presence presence(String agency, String person, Instant at) {
                return people.getOrDefault(person, new Presence.Gone());
            }
        };
    }

    public static Change<Disagreement, DisagreementEvent> done(Ruling ruling) {
        if (ruling instanceof Ruling.Done(var change)) {
            return change;
        }
        throw new AssertionError(ruling);
    }

    public static Ruling.Why why(Ruling ruling) {
        if (ruling instanceof Ruling.Against(var why)) {
            return why;
        }
        throw new AssertionError("it was done");
    }

    /** Who is told, by the purpose of the notice. */
    public static List<Addressee> told(Change<Disagreement, DisagreementEvent> change, String purpose) {
        return change.events().stream()
                .filter(e -> e instanceof NoticeRequested n && n.purpose().equals(purpose))
                .map(e -> ((NoticeRequested) e).to())
                .toList();
    }

    public static Addressee role(String agency, String role) {
        return new Addressee(agency, role, null);
    }

    public static Caller caller(Actor actor) {
        return new Caller(
                actor.person(),
                actor.person(),
                actor.name(),
                actor.agency(),
                Set.of(),
                Set.copyOf(actor.roles().stream()
                        .map(role -> Role.named(role).orElseThrow())
                        .toList()));
    }
}
