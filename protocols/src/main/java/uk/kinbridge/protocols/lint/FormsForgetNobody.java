package uk.kinbridge.protocols.lint;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import uk.kinbridge.protocols.pack.AnswerType;
import uk.kinbridge.protocols.pack.AnswerType.Among;
import uk.kinbridge.protocols.pack.AssessmentRule;
import uk.kinbridge.protocols.pack.AssessmentRule.Kind;
import uk.kinbridge.protocols.pack.Form;
import uk.kinbridge.protocols.pack.Form.About;
import uk.kinbridge.protocols.pack.FormSection;
import uk.kinbridge.protocols.pack.Option;
import uk.kinbridge.protocols.pack.Option.Meaning;
import uk.kinbridge.protocols.pack.Question;
import uk.kinbridge.protocols.pack.Recorded;

/** What may not be left out of a form of its kind, by the pack's own rules and by those that hold everywhere. */
final class FormsForgetNobody implements Check {

    private static final List<Recorded> PERSON = List.of(Recorded.STRENGTHS, Recorded.OWN_WISHES, Recorded.TAKING_PART);

    @Override
    public void look(Subject subject, Findings findings) {
        subject.own().assessing().forms().forEach(own -> {
            Form whole = subject.whole().form(own.reference()).orElse(own);
            child(own, whole, findings);
            adult(own, whole, findings);
            tests(own, whole, findings);
            abuse(own, whole, findings);
            whole.questions().forEach(question -> protection(own, question, findings));
        });
        rules(subject, findings);
    }

    /** JWP-16, SAL-31, ENG-14. */
    private static void child(Form own, Form whole, Findings findings) {
        if (!whole.isAbout(About.CHILD)) {
            return;
        }
        boolean heard = asksEachChild(whole, Recorded.CHILDS_VOICE) && asksEachChild(whole, Recorded.CHILD_SEEN_ALONE);
        if (!heard) {
            findings.add(
                    own,
                    "The form '%s' is about a child, but does not ask each child's voice and whether it was seen alone."
                            .formatted(own.id()));
        } else if (whole.recording(Recorded.REASON_FOR_NOT_SEEING_ALONE).isEmpty()) {
            findings.add(
                    own, "The form '%s' asks whether a child was seen alone, but never why not.".formatted(own.id()));
        }
    }

    private static boolean asksEachChild(Form form, Recorded what) {
        return form.recording(what).stream()
                .map(question -> form.sectionOf(question.id()).orElseThrow())
                .anyMatch(section -> section.each() == FormSection.Each.CHILD);
    }

    /** JWP-17, DOR-08, FAP-10; ENG-15, ENG-16. */
    private static void adult(Form own, Form whole, Findings findings) {
        if (whole.isAbout(About.PARENT)
                && whole.recording(Recorded.YOUNG_CARER_QUESTION).isEmpty()) {
            findings.add(
                    own,
                    "The form '%s' is about a parent, but does not ask whether a child gives care."
                            .formatted(own.id()));
        }
        boolean forgets = !whole.kind().standsBeside()
                && PERSON.stream().anyMatch(part -> whole.recording(part).isEmpty());
        if (forgets) {
            findings.add(
                    own,
                    "The form '%s' does not ask for strengths, the person's own wishes and how the person took part."
                            .formatted(own.id()));
        }
        if (!whole.recording(Recorded.JUDGEMENT_OF_PARENTING).isEmpty()
                && whole.recording(Recorded.GROUNDS_OF_THE_JUDGEMENT).isEmpty()) {
            findings.add(own, "The form '%s' judges parenting without asking on what grounds.".formatted(own.id()));
        }
    }

    /** SAL-18. */
    private static void tests(Form own, Form whole, Findings findings) {
        boolean test = whole.kind() == Kind.SCREENING_TEST
                || !whole.recording(Recorded.TEST_RESULT).isEmpty();
        boolean alone = whole.recording(Recorded.RECOVERY_COORDINATORS_ACCOUNT).isEmpty()
                || whole.recording(Recorded.LIMITS_OF_THE_TEST).isEmpty();
        if (test && alone) {
            findings.add(
                    own,
                    "The form '%s' takes the result of a test without the recovery coordinator's account or its limits."
                            .formatted(own.id()));
        }
    }

    /** SAL-26, ENG-17. */
    private static void abuse(Form own, Form whole, Findings findings) {
        if (whole.kind() != Kind.DOMESTIC_ABUSE) {
            return;
        }
        Set<Meaning> offered = whole.recording(Recorded.SAFEGUARDING_REFERRAL_DECISION).stream()
                .flatMap(question -> question.answer().offered().stream())
                .map(Option::means)
                .filter(java.util.Objects::nonNull)
                .collect(Collectors.toSet());
        if (!offered.containsAll(Set.of(Meaning.REFERRED, Meaning.DECIDED_AGAINST))) {
            findings.add(
                    own,
                    "The form '%s' is a DASH, but does not end with a referral that is decided one way or the other."
                            .formatted(own.id()));
        } else if (whole.recording(Recorded.REASON_FOR_THE_DECISION).isEmpty()) {
            findings.add(own, "The form '%s' decides on a referral without a reason.".formatted(own.id()));
        }
    }

    /** JWP-18, FAP-02. */
    private static void protection(Form own, Question question, Findings findings) {
        if (!question.records().contains(Recorded.PROTECTIVE_FACTORS)) {
            return;
        }
        boolean offersChild =
                question.answer().offered().stream().anyMatch(option -> option.means() == Meaning.CHILD_PROTECTS)
                        || (question.answer() instanceof AnswerType.Members(var among) && among != Among.ADULTS);
        if (offersChild) {
            findings.add(
                    own.question(question.id()).<Object>map(found -> found).orElse(own),
                    "'%s' offers a child as a protective factor; a child never is one.".formatted(question.id()));
        }
    }

    /** Whatever a rule wants on record in a kind of assessment is asked in the form of that kind. */
    private static void rules(Subject subject, Findings findings) {
        for (Form form : subject.whole().assessing().forms()) {
            Set<Recorded> asked = form.questions()
                    .flatMap(question -> question.records().stream())
                    .collect(Collectors.toCollection(TreeSet::new));
            boolean mine = subject.own().form(form.reference()).isPresent();
            for (AssessmentRule rule : subject.whole().practice().assessments()) {
                boolean near = mine || subject.own().practice().assessments().contains(rule);
                if (near && rule.isFor(form.kind())) {
                    rule.holds().stream()
                            .filter(what -> !asked.contains(what))
                            .forEach(what -> findings.add(
                                    mine ? own(subject, form) : rule,
                                    "The rule '%s' wants '%s' on record, but the form '%s' does not ask for it."
                                            .formatted(rule.id(), what.word(), form.id())));
                }
            }
        }
    }

    private static Object own(Subject subject, Form form) {
        return subject.own().form(form.reference()).orElseThrow();
    }
}
