package uk.kinbridge.assessment.form.web;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemAnswerOptionComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemEnableWhenComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemType;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.protocols.pack.AgencyRole;
import uk.kinbridge.protocols.pack.AnswerType;
import uk.kinbridge.protocols.pack.AssessmentRule.Kind;
import uk.kinbridge.protocols.pack.Basis;
import uk.kinbridge.protocols.pack.Fact;
import uk.kinbridge.protocols.pack.FactorId;
import uk.kinbridge.protocols.pack.Filler;
import uk.kinbridge.protocols.pack.Form;
import uk.kinbridge.protocols.pack.FormId;
import uk.kinbridge.protocols.pack.FormReference;
import uk.kinbridge.protocols.pack.FormSection;
import uk.kinbridge.protocols.pack.ObligationId;
import uk.kinbridge.protocols.pack.Option;
import uk.kinbridge.protocols.pack.OptionId;
import uk.kinbridge.protocols.pack.PersonRole;
import uk.kinbridge.protocols.pack.Question;
import uk.kinbridge.protocols.pack.QuestionId;
import uk.kinbridge.protocols.pack.Recorded;
import uk.kinbridge.protocols.pack.SectionId;
import uk.kinbridge.protocols.pack.Side;

/** A form out of a FHIR R4 Questionnaire that was written from one. */
final class ReadBack {

    private ReadBack() {}

    /** @throws IllegalArgumentException where it says something that a form cannot say */
    static Form form(Questionnaire written) {
        // Extensions of a resource are read like those of an element.
        var said = new Coding();
        said.getExtension().addAll(written.getExtension());
        return new Form(
                new FormId(tail(written.getUrl())),
                Integer.parseInt(written.getVersion()),
                Said.word(written.getCodeFirstRep().getCode(), Kind.class),
                written.getTitle(),
                Said.words(said, "about", Form.About.class),
                Said.condition(said, "when"),
                like(written),
                written.getItem().stream().map(ReadBack::section).toList(),
                Said.ids(said, "includes", SectionId::new),
                written.getDescription(),
                obligations(said));
    }

    private static @Nullable FormReference like(Questionnaire written) {
        return written.getDerivedFrom().stream()
                .map(CanonicalType::getValue)
                .map(ReadBack::tail)
                .map(name -> FormReference.parse(name.replace('|', '@')))
                .findFirst()
                .orElse(null);
    }

    static String tail(String url) {
        return url.substring(url.lastIndexOf('/') + 1);
    }

    private static List<ObligationId> obligations(org.hl7.fhir.r4.model.Element element) {
        return Said.ids(element, "obligation", ObligationId::new);
    }

    private static FormSection section(QuestionnaireItemComponent group) {
        return new FormSection(
                new SectionId(group.getLinkId().substring("section.".length())),
                group.getText(),
                Said.word(group, "each", FormSection.Each.class),
                Said.condition(group, "when"),
                group.getExtensionsByUrl(Said.url("filled-by")).stream()
                        .map(filler -> new Filler(
                                Said.word(filler, "agency", AgencyRole.class),
                                Said.word(filler, "side", Side.class),
                                Said.word(filler, "role", PersonRole.class)))
                        .toList(),
                group.getItem().stream().map(ReadBack::question).toList(),
                obligations(group));
    }

    private static Question question(QuestionnaireItemComponent item) {
        return new Question(
                new QuestionId(item.getLinkId()),
                item.getText(),
                help(item).orElse(null),
                answer(item),
                item.getRequired() || Said.one(item, "required-when-asked").isPresent(),
                Said.condition(item, "required-when"),
                Said.condition(item, "when"),
                onlyIf(item),
                Said.words(item, "records", Recorded.class),
                Said.words(item, "establishes", Fact.class),
                Said.ids(item, "factor", FactorId::new),
                Said.word(item, "basis", Basis.class),
                obligations(item));
    }

    private static Optional<String> help(QuestionnaireItemComponent item) {
        return item.getItem().stream()
                .filter(child -> child.getType() == QuestionnaireItemType.DISPLAY)
                .map(QuestionnaireItemComponent::getText)
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static Question.@Nullable OnlyIf onlyIf(QuestionnaireItemComponent item) {
        if (item.getEnableWhen().isEmpty()) {
            return null;
        }
        return new Question.OnlyIf(
                new QuestionId(item.getEnableWhenFirstRep().getQuestion()),
                item.getEnableWhen().stream().map(ReadBack::word).toList());
    }

    private static String word(QuestionnaireItemEnableWhenComponent when) {
        return when.getAnswer() instanceof BooleanType yes
                ? (yes.booleanValue() ? "yes" : "no")
                : when.getAnswerCoding().getCode();
    }

    private static AnswerType answer(QuestionnaireItemComponent item) {
        return switch (item.getType()) {
            case TEXT, STRING -> new AnswerType.Text();
            case BOOLEAN -> new AnswerType.YesNo();
            case DATE -> new AnswerType.Date();
            case INTEGER -> whole(item);
            case CHOICE ->
                item.getRepeats() ? new AnswerType.Choices(options(item)) : new AnswerType.Choice(options(item));
            case QUANTITY ->
                new AnswerType.Measure(
                        ((Coding) item.getExtensionByUrl(Written.UNIT).getValue()).getDisplay(),
                        Said.figure(item, Said.url("from")),
                        Said.figure(item, Said.url("to")),
                        Said.figure(item, Written.DECIMALS));
            case REFERENCE ->
                new AnswerType.Members(Said.word(Said.one(item, "among").orElse("anybody"), AnswerType.Among.class));
            default ->
                throw new IllegalArgumentException(
                        "no question of ours is of the type " + item.getType().toCode());
        };
    }

    private static AnswerType whole(QuestionnaireItemComponent item) {
        Integer from = Said.figure(item, Written.MIN);
        Integer to = Said.figure(item, Written.MAX);
        if (from == null || to == null) {
            return new AnswerType.Count();
        }
        return new AnswerType.Scale(
                from,
                to,
                Said.one(item, "low").orElse(""),
                Said.one(item, "high").orElse(""));
    }

    private static List<Option> options(QuestionnaireItemComponent item) {
        return item.getAnswerOption().stream().map(ReadBack::option).toList();
    }

    private static Option option(QuestionnaireItemAnswerOptionComponent offered) {
        return new Option(
                new OptionId(offered.getValueCoding().getCode()),
                offered.getValueCoding().getDisplay(),
                Said.words(offered, "establishes", Fact.class),
                Said.ids(offered, "factor", FactorId::new),
                Said.word(offered, "means", Option.Meaning.class));
    }
}
