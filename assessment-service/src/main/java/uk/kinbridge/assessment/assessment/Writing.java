package uk.kinbridge.assessment.assessment;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.assessment.assessment.Part.Attachment;
import uk.kinbridge.assessment.assessment.Ruling.Why;
import uk.kinbridge.protocols.answering.AnswerCheck;
import uk.kinbridge.protocols.assessing.Answers;
import uk.kinbridge.protocols.assessing.Finding;
import uk.kinbridge.protocols.assessing.HardRules;
import uk.kinbridge.protocols.pack.FormReference;
import uk.kinbridge.protocols.pack.FormSection;

/** What people write in an assessment, section by section, as they type it. Everything typed is kept, right or wrong. */
public final class Writing {

    private Writing() {}

    /**
     * What was typed in a section since it was last saved.
     *
     * @param version the version of the section that was read; 0 for one that nobody has written in
     * @param typed by question; what is left out stays as it is, null takes an answer away
     */
    public record Typed(String section, long version, Map<String, @Nullable Object> typed) {}

    /** Saves it. Only a test result that stands alone is not kept (SAL-18); the answer's findings say so. */
    public static Ruling save(Assessment a, Typed typed, Actor by, Rules rules, Instant now) {
        var section = section(rules, typed.section());
        if (section == null) {
            return new Ruling.Unknown("section", "The form " + a.protocol().form() + " has no such section.");
        }
        if (!a.isOpen()) {
            return new Ruling.Against(
                    Why.NOT_OPEN, "It is complete. Open it again for a review, then write.", List.of("HAC-15"));
        }
        var before = a.part(typed.section());
        if (before.map(Part::version).orElse(0L) != typed.version()) {
            return new Ruling.SectionChanged(
                    before.map(Part::version).orElse(0L), before.map(Part::by).orElse(by));
        }
        var part = before.orElseGet(() -> new Part(typed.section(), by.agency(), 0, Answers.NONE, List.of(), by, now));
        var next = part.typed(fit(a, merged(part.answers(), typed.typed()), section, rules), by, now);
        return kept(a, next, rules, now);
    }

    /** A document goes with a section. */
    static Ruling attach(Assessment a, String sectionId, Attachment attachment, Rules rules, Instant now) {
        var part = a.part(sectionId)
                .orElseGet(() -> new Part(
                        sectionId, attachment.by().agency(), 0, Answers.NONE, List.of(), attachment.by(), now));
        if (part.attachment(attachment.document()).isPresent()) {
            return new Ruling.Before();
        }
        var against = againstAttaching(a, sectionId, rules);
        return against.isPresent() ? against.get() : kept(a, part.with(attachment), rules, now);
    }

    /** What stands against any document going with that section now; asked before one is taken in. */
    static Optional<Ruling> againstAttaching(Assessment a, String sectionId, Rules rules) {
        if (section(rules, sectionId) == null) {
            return Optional.of(
                    new Ruling.Unknown("section", "The form " + a.protocol().form() + " has no such section."));
        }
        return a.isOpen()
                ? Optional.empty()
                : Optional.of(
                        new Ruling.Against(Why.NOT_OPEN, "It is complete. Open it again first.", List.of("HAC-15")));
    }

    private static Ruling kept(Assessment a, Part next, Rules rules, Instant now) {
        var draft = new Draft(a);
        draft.parts.removeIf(part -> part.section().equals(next.section()));
        draft.parts.add(next);
        withdrawLoneTest(draft, a, rules, next.by(), now);
        if (next.version() == 1) {
            draft.write(now, "section.begun", "Began the section " + next.section(), next.by(), List.of());
        }
        // what somebody signed is no longer what stands there
        draft.joint = draft.joint.unsigned();
        return new Ruling.Done(draft.change());
    }

    /** Whoever takes the account away takes the test's result with it, in whichever section it stands (SAL-18). */
    private static void withdrawLoneTest(Draft draft, Assessment a, Rules rules, Actor by, Instant now) {
        var whole = draft.parts.stream().map(Part::answers).reduce(Answers.NONE, Answers::and);
        var fit = HardRules.fitToKeep(
                rules.pack(), rules.form(), whole, a.family().situation());
        draft.parts.replaceAll(part -> {
            var left = part.answers().only(fit.typed().keySet());
            return left.equals(part.answers()) ? part : part.typed(left, by, now);
        });
    }

    private static Answers merged(Answers before, Map<String, @Nullable Object> typed) {
        var added = new LinkedHashMap<String, Object>();
        var taken = new java.util.HashSet<String>();
        typed.forEach((question, answer) -> {
            if (answer == null) {
                taken.add(question);
            } else {
                added.put(question, answer);
            }
        });
        return before.without(taken).and(new Answers(added));
    }

    /** What of this section may be stored beside the others. */
    private static Answers fit(Assessment a, Answers typed, FormSection section, Rules rules) {
        var others = a.parts().stream()
                .filter(part -> !part.section().equals(section.id().value()))
                .map(Part::answers)
                .reduce(Answers.NONE, Answers::and);
        var whole = HardRules.fitToKeep(
                rules.pack(), rules.form(), others.and(typed), a.family().situation());
        return typed.only(whole.typed().keySet());
    }

    /** What cannot be read as its question asks, and what may not be kept like this; a draft may leave anything open. */
    public static List<Finding> findings(Assessment a, Answers asTyped, String section, Rules rules) {
        var questions = questions(rules, section);
        var situation = a.family().situation();
        var whole = a.answers().and(asTyped);
        var drafted = AnswerCheck.ofDraft(rules.form(), whole, situation).stream()
                .filter(finding -> finding.question() == null
                        ? asTyped.typed().keySet().stream().anyMatch(finding.reason()::contains)
                        : questions.contains(finding.question().value()));
        var alone = HardRules.check(rules.pack(), rules.form(), whole, situation).stream()
                .filter(finding -> finding.stands() == Finding.Stands.AGAINST_KEEPING);
        return java.util.stream.Stream.concat(drafted, alone).distinct().toList();
    }

    private static Set<String> questions(Rules rules, String section) {
        var found = section(rules, section);
        return found == null
                ? Set.of()
                : found.questions().stream()
                        .map(question -> question.id().value())
                        .collect(Collectors.toSet());
    }

    static @Nullable FormSection section(Rules rules, String id) {
        return rules.form().sections().stream()
                .filter(section -> section.id().value().equals(id))
                .findFirst()
                .orElse(null);
    }

    /**
     * Moves it to the newest version of its form, which keeps every answer: also one to a question that is asked no
     * longer stays in the record.
     *
     * @param newest what is in force now
     */
    static Ruling move(Assessment a, Rules newest, Actor by, String reason, Instant now) {
        if (!a.isOpen()) {
            return new Ruling.Against(Why.NOT_OPEN, "It is complete; a review begins on its form.", List.of("HAC-15"));
        }
        var to = newest.pinned();
        if (to.equals(a.protocol())) {
            return new Ruling.Against(Why.NOTHING_NEWER, "It is on the newest form already.", List.of());
        }
        var draft = new Draft(a);
        draft.protocol = to;
        draft.title = newest.form().title();
        draft.parts.clear();
        draft.parts.addAll(
                a.parts().stream().map(part -> moved(part, a, newest)).toList());
        draft.write(
                now,
                "form.moved",
                "Moved from %s to %s, with all answers. Reason: %s"
                        .formatted(
                                FormReference.parse(a.protocol().form()),
                                newest.form().reference(),
                                reason),
                by,
                Rules.ids(newest.form().obligations()));
        return new Ruling.Done(draft.change());
    }

    private static Part moved(Part part, Assessment a, Rules newest) {
        return newest.form().sections().stream()
                        .anyMatch(section -> section.id().value().equals(part.section()))
                ? part
                : new Part(
                        part.section(),
                        a.holder().agency(),
                        part.version(),
                        part.answers(),
                        part.attachments(),
                        part.by(),
                        part.at());
    }
}
