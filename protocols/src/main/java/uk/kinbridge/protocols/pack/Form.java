package uk.kinbridge.protocols.pack;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.protocols.reading.Word;

/**
 * One version of one form: what an assessment asks, of whom, and under which obligation.
 *
 * @param about whose needs and safety it looks at
 * @param when whom it is for; everybody when left out
 * @param like a form of a pack that this one builds on: its sections stand in this form as well
 * @param includes sections of the pack that stand in this form as well, after its own
 */
public record Form(
        FormId id,
        int version,
        AssessmentRule.Kind kind,
        String title,
        List<About> about,
        @Nullable Condition when,
        @Nullable FormReference like,
        List<FormSection> sections,
        List<SectionId> includes,
        String words,
        List<ObligationId> obligations)
        implements Entry {

    /** Whose needs and safety a form looks at. */
    public enum About implements Word {
        CHILD,
        UNBORN_CHILD,
        PARENT,
        ADULT
    }

    public FormReference reference() {
        return new FormReference(id, version);
    }

    public boolean isAbout(About whom) {
        return about.contains(whom);
    }

    public Optional<FormSection> section(SectionId wanted) {
        return sections.stream().filter(section -> section.id().equals(wanted)).findFirst();
    }

    /** Every question in the order in which it is asked. */
    public Stream<Question> questions() {
        return sections.stream().flatMap(section -> section.questions().stream());
    }

    public Optional<Question> question(QuestionId wanted) {
        return questions().filter(question -> question.id().equals(wanted)).findFirst();
    }

    /** The section that a question stands in. */
    public Optional<FormSection> sectionOf(QuestionId wanted) {
        return sections.stream()
                .filter(section -> section.questions().stream()
                        .anyMatch(question -> question.id().equals(wanted)))
                .findFirst();
    }

    /** The questions whose answers put something on record, such as the child's voice. */
    public List<Question> recording(Recorded what) {
        return questions().filter(question -> question.records().contains(what)).toList();
    }

    Form withSections(List<FormSection> more) {
        return new Form(id, version, kind, title, about, when, like, more, includes, words, obligations);
    }
}
