package uk.kinbridge.referral.information;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.security.Role;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.pack.Packs;
import uk.kinbridge.protocols.published.ProtocolCopies;
import uk.kinbridge.protocols.published.Protocols;
import uk.kinbridge.protocols.published.PublishedProtocols;
import uk.kinbridge.protocols.sharing.ChildConcern;
import uk.kinbridge.protocols.sharing.Consent;
import uk.kinbridge.protocols.sharing.Law;
import uk.kinbridge.protocols.sharing.Purpose;
import uk.kinbridge.protocols.time.BankHolidays;
import uk.kinbridge.referral.family.Person;

/** Consent and sharing on ports in memory: one family of Robin, Sam and Wren, kept by the treatment service. */
public final class Office {

    public static final Instant MONDAY_TEN = Instant.parse("2026-11-23T10:00:00Z");
    public static final Caller TOM = caller("p-tom", "hackney-drug-treatment", Role.PRACTITIONER);
    public static final Caller SADE = caller("p-sade", "hackney-childrens-social-care", Role.PRACTITIONER);
    public static final String SOCIAL_CARE = "hackney-childrens-social-care";

    private final Map<String, ConsentRecords.Held> records = new HashMap<>();
    private final Map<String, KeptDecision> kept = new HashMap<>();
    private int references;

    final List<InformationEvent> told = new ArrayList<>();
    Map<String, Set<String>> protectedFrom = Map.of();
    Set<String> hiddenFrom = Set.of();
    Law law = Law.WITHOUT_DUTY;

    public final ConsentRecords consentRecords = new ConsentRecords() {
        @Override
        public Optional<Held> find(String familyId) {
            return Optional.ofNullable(records.get(familyId));
        }

        @Override
        public boolean save(long version, Change<ConsentRecord, InformationEvent> change, Instant now) {
            var id = change.next().id();
            if (find(id).map(Held::version).orElse(0L) != version) {
                return false;
            }
            records.put(id, new Held(change.next(), version + 1));
            told.addAll(change.events());
            return true;
        }
    };

    public final SharingDecisions decisions = new SharingDecisions() {
        @Override
        public void keep(Change<KeptDecision, InformationEvent> decision, Instant now) {
            if (kept.putIfAbsent(decision.next().id(), decision.next()) == null) {
                told.addAll(decision.events());
            }
        }

        @Override
        public Optional<KeptDecision> find(String id) {
            return Optional.ofNullable(kept.get(id));
        }

        @Override
        public List<KeptDecision> of(List<String> familyIds, String agency, @Nullable Place after, int limit) {
            var order = Comparator.comparing(KeptDecision::at)
                    .thenComparing(KeptDecision::id)
                    .reversed();
            return kept.values().stream()
                    .filter(d -> familyIds.contains(d.family()) && d.parties().contains(agency))
                    .filter(d -> after == null
                            || d.at().isBefore(after.at())
                            || (d.at().equals(after.at()) && d.id().compareTo(after.id()) < 0))
                    .sorted(order)
                    .limit(limit)
                    .toList();
        }

        @Override
        public List<KeptDecision> relyingOn(String consentId) {
            return kept.values().stream()
                    .filter(d -> d.reliesOn().contains(consentId))
                    .toList();
        }

        @Override
        public boolean sharedWith(String agency, String familyId) {
            return !of(familyId, agency, null, 1).isEmpty();
        }
    };

    /** A caller of that agency. */
    public static Caller caller(String person, String agency, Role role) {
        return new Caller(person, person, person, agency, Set.of(), Set.of(role));
    }

    public static Protocols protocols() {
        return new PublishedProtocols(Packs.shipped(), new ProtocolCopies() {
            @Override
            public List<Pack> all() {
                return List.of();
            }

            @Override
            public void keep(Pack pack, String yaml) {
                throw new UnsupportedOperationException();
            }
        });
    }

    public FamilyFacts families() {
        return new FamilyFacts() {
            @Override
            public Optional<KnownFamily> seenBy(Caller caller, String familyId) {
                return caller.worksFor(TOM.agency()) ? behind(familyId) : Optional.empty();
            }

            @Override
            public Optional<KnownFamily> behind(String familyId) {
                return familyId.equals("f-1") ? Optional.of(family()) : Optional.empty();
            }

            @Override
            public boolean hides(String familyId, Caller caller) {
                return hiddenFrom.contains(caller.subject());
            }
        };
    }

    /** The family that everything here is about. */
    public KnownFamily family() {
        return new KnownFamily(
                "f-1",
                "F-2222-2222",
                TOM.agency(),
                List.of(
                        new Person("robin", Person.Kind.ADULT, "Robin", "Ashdown", LocalDate.of(1990, 3, 1), null),
                        new Person("sam", Person.Kind.ADULT, "Sam", "Ashdown", LocalDate.of(1988, 3, 1), null),
                        new Person("wren", Person.Kind.CHILD, "Wren", "Ashdown", LocalDate.of(2019, 6, 2), null)),
                "12 Made-up Road",
                protectedFrom);
    }

    public KeepConsent consents() {
        return new KeepConsent(families(), consentRecords, decisions);
    }

    Decide decide() {
        return new Decide(consentRecords, new KeepAnswers(consentRecords), law, () -> "D-0000-000" + references++);
    }

    public AskAboutSharing ask() {
        return new AskAboutSharing(families(), protocols(), decide(), decisions, BankHolidays::shipped);
    }

    /** For what goes to another agency after a referral was sent. */
    public DecideAgain again() {
        return new DecideAgain(families(), decide(), decisions);
    }

    public DecideForReferral forReferral() {
        return new DecideForReferral(decide(), decisions);
    }

    /** Asks about Robin, with Sam and Wren coming along. */
    KeptDecision asked(String id, String protocol, String recipient, StatedSharing sharing, Instant now) {
        return ((AskAboutSharing.Outcome.Decided) outcome(id, protocol, recipient, false, sharing, now)).decision();
    }

    AskAboutSharing.Outcome outcome(
            String id, String protocol, String recipient, boolean holdBack, StatedSharing sharing, Instant now) {
        return ask().ask(
                        id,
                        "f-1",
                        new AskAboutSharing.Request(
                                protocol,
                                recipient,
                                null,
                                List.of("robin"),
                                List.of("sam", "wren"),
                                false,
                                "Robin has begun a treatment.",
                                holdBack,
                                sharing),
                        TOM,
                        now);
    }

    /** Robin was asked for that purpose; the id of what was kept is the one given. */
    public KeptConsent consented(String id, Purpose purpose, Consent consent, @Nullable LocalDate until, Instant at) {
        var outcome = consents()
                .record(
                        id,
                        "f-1",
                        new KeepConsent.Asking("robin", purpose, consent, "Face to face, with the leaflet.", until),
                        TOM,
                        at);
        return ((KeepConsent.Outcome.Kept) outcome)
                .held()
                .record()
                .latest("robin", purpose)
                .orElseThrow();
    }

    /** Another member was asked. */
    void consentedBy(String person, String id, Purpose purpose, Consent consent, Instant at) {
        consents().record(id, "f-1", new KeepConsent.Asking(person, purpose, consent, "Face to face.", null), TOM, at);
    }

    /** Asks about one member alone, for liaison. */
    KeptDecision askedAbout(String person, String id, Instant now) {
        var outcome = ask().ask(
                        id,
                        "f-1",
                        new AskAboutSharing.Request(
                                "hackney",
                                SOCIAL_CARE,
                                null,
                                List.of(person),
                                List.of(),
                                false,
                                null,
                                false,
                                stated(Purpose.LIAISON, null, "To plan care together.")),
                        TOM,
                        now);
        return ((AskAboutSharing.Outcome.Decided) outcome).decision();
    }

    public long version() {
        return consentRecords.find("f-1").orElseThrow().version();
    }

    /** What is stated, and nothing about consent. */
    static StatedSharing stated(
            @Nullable Purpose purpose, @Nullable ChildConcern concern, String reason, String... facts) {
        return new StatedSharing(
                purpose, concern, null, false, false, false, List.of(facts), null, null, null, null, reason, null);
    }

    /** The same with what Robin answers now. */
    static StatedSharing answered(@Nullable ChildConcern concern, Consent.Answer answer) {
        return new StatedSharing(
                null,
                concern,
                null,
                false,
                false,
                false,
                null,
                List.of(new StatedSharing.Answer("robin", answer, null, null, "Asked by telephone.")),
                null,
                null,
                null,
                "To plan care together.",
                null);
    }
}
