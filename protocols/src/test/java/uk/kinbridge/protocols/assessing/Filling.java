package uk.kinbridge.protocols.assessing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.kinbridge.protocols.pack.AnswerType;
import uk.kinbridge.protocols.pack.AssessmentRule.Kind;
import uk.kinbridge.protocols.pack.Fact;
import uk.kinbridge.protocols.pack.Form;
import uk.kinbridge.protocols.pack.Option;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.pack.PackId;
import uk.kinbridge.protocols.pack.Packs;

/** A form that somebody fills in, question by question, as they open up. */
public final class Filling {

    public static final String AMINA = "amina";
    public static final String BEN = "ben";
    public static final String THEIR_MOTHER = "their-mother";

    private final Pack pack;
    private final Form form;
    private Situation situation = new Situation(Family.FACTS, List.of(AMINA, BEN), List.of(THEIR_MOTHER));
    private Answers answers = Answers.NONE;

    private static final class Family {
        static final Set<Fact> FACTS = Set.of(Fact.CHILD_CARED_FOR);
    }

    private Filling(Pack pack, Form form) {
        this.pack = pack;
        this.form = form;
    }

    public static Pack pack(String id) {
        return Packs.shipped().latest(new PackId(id)).orElseThrow();
    }

    public static Filling of(String pack, Kind kind) {
        return of(pack(pack), pack(pack).form(kind).orElseThrow());
    }

    public static Filling of(Pack pack, Form form) {
        return new Filling(pack, form);
    }

    public Filling in(Situation other) {
        situation = other;
        return this;
    }

    public Filling with(Fact... facts) {
        situation = new Situation(Set.of(facts), situation.children(), situation.adults());
        return this;
    }

    public Filling answer(String question, Object answer) {
        answers = answers.and(new Answers(Map.of(question, answer)));
        return this;
    }

    public Filling leave(String question) {
        answers = answers.without(Set.of(question));
        return this;
    }

    /** Answers whatever is required and still open, with something harmless. */
    public Filling theRest() {
        Optional<Asked> open = open();
        while (open.isPresent()) {
            fill(open.get());
            open = open();
        }
        return this;
    }

    private Optional<Asked> open() {
        Interview interview = interview();
        return interview.asked().stream()
                .filter(interview::isRequired)
                .filter(asked -> answers.typed(asked).isEmpty())
                .findFirst();
    }

    private void fill(Asked asked) {
        Object value = harmless(asked.question().answer());
        String id = asked.question().id().value();
        if (asked.about() == null) {
            answer(id, value);
        } else {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put(asked.about(), value);
            answer(id, one);
        }
    }

    private Object harmless(AnswerType type) {
        return switch (type) {
            case AnswerType.Text _ -> "As it was told";
            case AnswerType.YesNo _ -> false;
            case AnswerType.Date _ -> "2026-03-02";
            case AnswerType.Count _ -> 2;
            case AnswerType.Choice(List<Option> options) ->
                options.getFirst().id().value();
            case AnswerType.Choices(List<Option> options) ->
                List.of(options.getFirst().id().value());
            case AnswerType.Measure measure -> measure.from() == null ? 1 : measure.from() + 1;
            case AnswerType.Scale scale -> scale.from();
            case AnswerType.Members _ -> situation.adults();
        };
    }

    public Pack pack() {
        return pack;
    }

    public Form form() {
        return form;
    }

    public Answers answers() {
        return answers;
    }

    public Situation situation() {
        return situation;
    }

    public Interview interview() {
        return Interview.of(form, answers, situation);
    }

    public List<Finding> findings() {
        return HardRules.check(pack, form, answers, situation);
    }
}
