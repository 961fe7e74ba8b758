package uk.kinbridge.protocols.assessing;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import uk.kinbridge.protocols.assessing.Finding.Stands;
import uk.kinbridge.protocols.pack.AssessmentRule;
import uk.kinbridge.protocols.pack.Fact;
import uk.kinbridge.protocols.pack.Form;
import uk.kinbridge.protocols.pack.ObligationId;
import uk.kinbridge.protocols.pack.Option;
import uk.kinbridge.protocols.pack.Option.Meaning;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.pack.Recorded;

/** What a rule gets to see: the protocol of the case, and the form with its answers so far. */
record Look(Pack pack, Interview interview, Situation situation) {

    Form form() {
        return interview.form();
    }

    boolean is(Fact fact) {
        return interview.facts().contains(fact);
    }

    /** The protocol's rules for an assessment of this kind in this situation. */
    List<AssessmentRule> rules() {
        return pack.practice().assessments().stream()
                .filter(rule -> rule.isFor(form().kind()))
                .filter(rule -> rule.when() == null || rule.when().holds(interview.facts()))
                .toList();
    }

    boolean isAnswered(Asked asked) {
        return interview.answer(asked).isPresent();
    }

    List<Asked> unanswered(Recorded what) {
        return interview.recording(what).stream()
                .filter(asked -> !isAnswered(asked))
                .toList();
    }

    boolean anyAnswered(Recorded what) {
        return interview.recording(what).stream().anyMatch(this::isAnswered);
    }

    /** The options chosen in an answer. */
    List<Option> chosen(Asked asked) {
        return interview.answer(asked).stream()
                .flatMap(answer -> answer.words().stream())
                .flatMap(id -> asked.question().answer().option(id).stream())
                .toList();
    }

    boolean means(Asked asked, Meaning meaning) {
        return chosen(asked).stream().anyMatch(option -> option.means() == meaning);
    }

    /** Under which obligations something has to be on record here: the protocol's rules, else the form's own words. */
    List<ObligationId> obligationsOf(Recorded what) {
        List<ObligationId> ruled = distinct(pack.practice().assessments().stream()
                .filter(rule -> rule.holds().contains(what)));
        return ruled.isEmpty() ? asking(what) : ruled;
    }

    List<ObligationId> obligationsOf(AssessmentRule.Never never, Recorded asked) {
        List<ObligationId> ruled = distinct(pack.practice().assessments().stream()
                .filter(rule -> rule.never().contains(never)));
        return ruled.isEmpty() ? asking(asked) : ruled;
    }

    private List<ObligationId> asking(Recorded what) {
        List<ObligationId> asked = form().recording(what).stream()
                .flatMap(question -> question.obligations().stream())
                .distinct()
                .toList();
        return asked.isEmpty() ? form().obligations() : asked;
    }

    private static List<ObligationId> distinct(Stream<AssessmentRule> rules) {
        return rules.flatMap(rule -> rule.obligations().stream()).distinct().toList();
    }

    static Finding of(Asked asked, Stands stands, String code, String reason, List<ObligationId> obligations) {
        return new Finding(asked.question().id(), asked.about(), stands, code, reason, obligations);
    }

    static Finding ofAll(Stands stands, String code, String reason, List<ObligationId> obligations) {
        return new Finding(null, null, stands, code, reason, obligations);
    }

    Set<String> children() {
        return Set.copyOf(situation.children());
    }
}
