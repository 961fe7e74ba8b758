package uk.kinbridge.escalation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.MockMvc;
import uk.kinbridge.escalation.disagreement.Disagreements;
import uk.kinbridge.escalation.disagreement.HandleDisagreement;
import uk.kinbridge.escalation.disagreement.Proposal.Undertaking;
import uk.kinbridge.escalation.disagreement.RaiseDisagreement;
import uk.kinbridge.escalation.disagreement.Resolution.ChildSafety;
import uk.kinbridge.escalation.disagreement.Subject;
import uk.kinbridge.escalation.overdue.KeepConcerns;
import uk.kinbridge.escalation.overdue.OverdueConcerns;
import uk.kinbridge.escalation.overdue.OverdueMother;
import uk.kinbridge.escalation.post.Holder;
import uk.kinbridge.escalation.post.Holders;
import uk.kinbridge.escalation.post.Posts;
import uk.kinbridge.escalation.post.Presence;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.security.Role;
import uk.kinbridge.platform.testing.Brokers;
import uk.kinbridge.platform.testing.Databases;
import uk.kinbridge.platform.testing.Tokens;
import uk.kinbridge.platform.testing.access.AccessMatrix;
import uk.kinbridge.platform.testing.access.Ask;
import uk.kinbridge.platform.testing.access.Operation;
import uk.kinbridge.protocols.pack.PersonRole;

/** SAL-27, DOR-12, JWP-14: every operation, for every role, of both sides, the partnership and a third agency. */
@SpringBootTest(
        properties = {
            "kinbridge.messaging.prefix=test-access-escalation",
            "kinbridge.peers.directory=http://localhost:9"
        })
@AutoConfigureMockMvc
@ContextConfiguration(initializers = {Tokens.Realm.class, Databases.ForContext.class, Brokers.ForContext.class})
class AccessMatrixTest {

    private static final Caller JOEL = new Caller(
            Tokens.of("joel.marsden").subject(),
            "joel.marsden",
            "Joel Marsden",
            "achieve-salford",
            Set.of(),
            Set.of(Role.PRACTITIONER));

    /** Who raised it has left, and somebody is there to speak for them. */
    @TestConfiguration(proxyBeanMethods = false)
    static class WithoutTheDirectory {

        @Bean
        @Primary
        Posts posts() {
            return new Posts() {
                @Override
                public Holders holding(String agency, PersonRole role, Instant at) {
                    return new Holders.Unknown();
                }

                @Override
                public Presence presence(String agency, String person, Instant at) {
                    return person.equals("somebody")
                            ? new Presence.There(new Holder(person, "Some Body"), List.of("practitioner"))
                            : new Presence.Gone();
                }
            };
        }
    }

    @Autowired
    MockMvc http;

    @Autowired
    ApplicationContext context;

    @Autowired
    RaiseDisagreement raise;

    @Autowired
    HandleDisagreement handle;

    @Autowired
    KeepConcerns concerns;

    @Autowired
    OverdueConcerns overdue;

    @Autowired
    InstantSource time;

    @TestFactory
    Stream<DynamicTest> everybody_meets_what_the_matrix_says() {
        var read = told();
        return AccessMatrix.of("uk.kinbridge.escalation", context, http, operation -> ask(operation, read))
                .tests();
    }

    private Ask ask(Operation operation, Disagreements.Held read) {
        return switch (operation.toString()) {
            case "POST /api/disagreements" -> Ask.plainly().json("""
                        {"area": "salford", "subject": {"kind": "plan", "reference": "P-1"}, "concern": "A",
                         "answeringAgency": "salford-midwifery", "wanted": "B"}""");
            case "GET /api/disagreements" ->
                Ask.plainly().query("limit=100").marker(read.disagreement().reference());
            case "GET /api/disagreements/patterns" -> Ask.plainly().query("area=salford");
            case "GET /api/disagreements/{id}" ->
                Ask.plainly()
                        .with("id", read.disagreement().id())
                        .marker(read.disagreement().reference());
            case "POST /api/disagreements/{id}/discussions" ->
                change(told()).json("{\"position\": \"A\", \"agreed\": false}");
            case "POST /api/disagreements/{id}/intention" -> change(told());
            case "POST /api/disagreements/{id}/next-level" -> change(told()).json("{\"reason\": \"A\"}");
            case "POST /api/disagreements/{id}/immediate-risk" ->
                change(told()).json("{\"risks\": [\"child-home-alone\"], \"words\": \"A\"}");
            case "POST /api/disagreements/{id}/proposal" ->
                change(told()).json("""
                        {"agreed": "A", "undertakings": [{"agency": "achieve-salford", "who": "C", "what": "B", "by": "%s"}]}""".formatted(time.instant().plus(Duration.ofDays(1))));
            case "POST /api/disagreements/{id}/voice" ->
                change(told()).json("{\"toPerson\": \"somebody\", \"reason\": \"A\"}");
            case "POST /api/disagreements/{id}/undertakings/{number}/fulfilment" ->
                change(resolved()).with("number", "1").json("{\"words\": \"A\"}");
            case "POST /api/disagreements/{id}/confirmation" ->
                change(proposed()).json("{\"child\": \"SAFER\", \"words\": \"A\"}");
            case "POST /api/disagreements/{id}/objection" -> change(proposed()).json("{\"reason\": \"A\"}");
            case "POST /api/disagreements/{id}/notes" -> change(told()).json("{\"words\": \"A\"}");
            case "POST /api/disagreements/{id}/inquiries" ->
                change(told()).json("{\"kind\": \"formal-review\", \"question\": \"A\"}");
            case "POST /api/disagreements/{id}/inquiries/{number}/reply" ->
                change(told()).with("number", "1").json("{\"words\": \"A\"}");
            case "GET /api/overdue-obligations" ->
                Ask.plainly().query("limit=100").marker(concern().concern().reference());
            case "GET /api/overdue-obligations/{id}" -> {
                var concern = concern().concern();
                yield Ask.plainly().with("id", concern.id()).marker(concern.reference());
            }
            case "POST /api/overdue-obligations/{id}/manager-answer" -> {
                var held = concern();
                yield Ask.plainly()
                        .with("id", held.concern().id())
                        .header("If-Match", "\"" + held.version() + "\"")
                        .json("{\"words\": \"A\"}");
            }
            case "POST /api/overdue-obligations/{id}/disagreement" ->
                Ask.plainly().with("id", concern().concern().id()).json("{}");
            default -> throw new IllegalStateException("no scene for " + operation);
        };
    }

    private static Ask change(Disagreements.Held held) {
        return Ask.plainly().with("id", held.disagreement().id()).header("If-Match", "\"" + held.version() + "\"");
    }

    private Disagreements.Held raised() {
        var request = new RaiseDisagreement.Request(
                "salford",
                new Subject(Subject.Kind.DECISION, null, "Decision 1", null),
                "salford-childrens-services",
                null,
                "A concern.",
                "A visit.",
                List.of(),
                List.of());
        return ((RaiseDisagreement.Outcome.Raised)
                        raise.raise(UUID.randomUUID().toString(), request, JOEL, time.instant()))
                .held();
    }

    /** On level 1, with a question that the partnership was asked, so that it may read. */
    private Disagreements.Held told() {
        var held = raised();
        return done(handle.inquire(act(held), "link-person", "How?"));
    }

    private Disagreements.Held proposed() {
        var held = told();
        var undertaking = new Undertaking(
                "achieve-salford", "Joel Marsden", "Call", time.instant().plus(Duration.ofDays(1)));
        return done(handle.propose(act(held), "A call.", List.of(undertaking)));
    }

    private Disagreements.Held resolved() {
        var held = proposed();
        return done(handle.confirm(act(held), ChildSafety.SAFER, "Seen."));
    }

    private HandleDisagreement.Act act(Disagreements.Held held) {
        return new HandleDisagreement.Act(held.disagreement().id(), held.version(), JOEL, time.instant());
    }

    private static Disagreements.Held done(HandleDisagreement.Outcome outcome) {
        return ((HandleDisagreement.Outcome.Done) outcome).held();
    }

    private OverdueConcerns.Held concern() {
        var news = OverdueMother.salford(UUID.randomUUID().toString(), time.instant());
        concerns.breached(news, Set.of(), time.instant(), "m-" + news.concernId());
        return overdue.find(news.concernId()).orElseThrow();
    }
}
