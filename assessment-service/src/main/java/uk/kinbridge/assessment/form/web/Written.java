package uk.kinbridge.assessment.form.web;

import java.util.List;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.EnableWhenBehavior;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemOperator;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemType;
import uk.kinbridge.protocols.pack.AnswerType;
import uk.kinbridge.protocols.pack.Filler;
import uk.kinbridge.protocols.pack.Form;
import uk.kinbridge.protocols.pack.FormReference;
import uk.kinbridge.protocols.pack.FormSection;
import uk.kinbridge.protocols.pack.Option;
import uk.kinbridge.protocols.pack.Question;

/** A form as a FHIR R4 Questionnaire. */
final class Written {

    static final String KINDS = Said.OURS + "CodeSystem/assessment-kind";
    static final String HELP = ".help";
    static final String MIN = "http://hl7.org/fhir/StructureDefinition/minValue";
    static final String MAX = "http://hl7.org/fhir/StructureDefinition/maxValue";
    static final String DECIMALS = "http://hl7.org/fhir/StructureDefinition/maxDecimalPlaces";
    static final String UNIT = "http://hl7.org/fhir/StructureDefinition/questionnaire-unitOption";
    private static final String CONTROL = "http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl";
    private static final String CONTROLS = "http://hl7.org/fhir/questionnaire-item-control";

    private Written() {}

    static Questionnaire questionnaire(Form form) {
        var written = new Questionnaire();
        written.setUrl(canonical(form.reference().form().value()));
        written.setVersion(String.valueOf(form.version()));
        written.setName("Form_" + form.id().value().replace('-', '_'));
        written.setTitle(form.title());
        written.setStatus(PublicationStatus.ACTIVE);
        written.setDescription(form.words());
        written.addSubjectType("Patient");
        written.addCode(new Coding(KINDS, form.kind().word(), null));
        form.about()
                .forEach(about ->
                        written.addExtension(Said.url("about"), new org.hl7.fhir.r4.model.CodeType(about.word())));
        if (form.like() != null) {
            written.addDerivedFrom(canonical(form.like()));
        }
        if (form.when() != null) {
            var holder = new Coding();
            Said.condition(holder, "when", form.when());
            written.getExtension().addAll(holder.getExtension());
        }
        form.includes()
                .forEach(id ->
                        written.addExtension(Said.url("includes"), new org.hl7.fhir.r4.model.CodeType(id.value())));
        form.obligations()
                .forEach(id ->
                        written.addExtension(Said.url("obligation"), new org.hl7.fhir.r4.model.CodeType(id.value())));
        form.sections().forEach(section -> written.addItem(section(section, form)));
        return written;
    }

    static String canonical(FormReference form) {
        return canonical(form.form().value()) + "|" + form.version();
    }

    private static String canonical(String id) {
        return Said.OURS + "Questionnaire/" + id;
    }

    /** The code system of the answers that a question offers. */
    static String options(Form form, Question question) {
        return Said.OURS + "CodeSystem/" + form.id().value() + "."
                + question.id().value();
    }

    private static QuestionnaireItemComponent section(FormSection section, Form form) {
        var group = new QuestionnaireItemComponent();
        group.setLinkId("section." + section.id().value());
        group.setText(section.title());
        group.setType(QuestionnaireItemType.GROUP);
        if (section.each() != null) {
            group.setRepeats(true);
            Said.word(group, "each", section.each());
        }
        Said.condition(group, "when", section.when());
        section.filledBy().forEach(filler -> filler(group, filler));
        Said.ids(group, "obligation", section.obligations());
        section.questions().forEach(question -> group.addItem(question(question, section, form)));
        return group;
    }

    private static void filler(Element group, Filler filler) {
        var said = group.addExtension();
        said.setUrl(Said.url("filled-by"));
        Said.word(said, "agency", filler.agency());
        Said.word(said, "side", filler.side());
        Said.word(said, "role", filler.role());
    }

    private static QuestionnaireItemComponent question(Question question, FormSection section, Form form) {
        var item = new QuestionnaireItemComponent();
        item.setLinkId(question.id().value());
        item.setText(question.asks());
        answer(item, question, form);
        required(item, question, section);
        follows(item, question, form);
        Said.condition(item, "required-when", question.requiredWhen());
        Said.condition(item, "when", question.when());
        Said.words(item, "records", question.records());
        Said.words(item, "establishes", question.establishes());
        Said.ids(item, "factor", question.factors());
        Said.word(item, "basis", question.basis());
        Said.ids(item, "obligation", question.obligations());
        if (question.help() != null) {
            item.addItem(help(question, question.help()));
        }
        return item;
    }

    /** Whoever does not know our conditions must not hold a question for owed that is not asked. */
    private static void required(QuestionnaireItemComponent item, Question question, FormSection section) {
        boolean always = question.when() == null && section.when() == null && section.each() == null;
        if (question.required() && always) {
            item.setRequired(true);
        } else if (question.required()) {
            item.addExtension(Said.url("required-when-asked"), new BooleanType(true));
        }
    }

    private static QuestionnaireItemComponent help(Question question, String words) {
        var help = new QuestionnaireItemComponent();
        help.setLinkId(question.id().value() + HELP);
        help.setText(words);
        help.setType(QuestionnaireItemType.DISPLAY);
        help.addExtension(CONTROL, new CodeableConcept(new Coding(CONTROLS, "help", null)));
        return help;
    }

    private static void follows(QuestionnaireItemComponent item, Question question, Form form) {
        var onlyIf = question.onlyIf();
        if (onlyIf == null) {
            return;
        }
        var earlier = form.question(onlyIf.question()).orElseThrow();
        for (String word : onlyIf.is()) {
            var when = item.addEnableWhen();
            when.setQuestion(onlyIf.question().value());
            when.setOperator(QuestionnaireItemOperator.EQUAL);
            when.setAnswer(
                    earlier.answer() instanceof AnswerType.YesNo
                            ? new BooleanType(word.equals("yes"))
                            : new Coding(options(form, earlier), word, null));
        }
        if (onlyIf.is().size() > 1) {
            item.setEnableBehavior(EnableWhenBehavior.ANY);
        }
    }

    private static void answer(QuestionnaireItemComponent item, Question question, Form form) {
        switch (question.answer()) {
            case AnswerType.Text _ -> item.setType(QuestionnaireItemType.TEXT);
            case AnswerType.YesNo _ -> item.setType(QuestionnaireItemType.BOOLEAN);
            case AnswerType.Date _ -> item.setType(QuestionnaireItemType.DATE);
            case AnswerType.Count _ -> {
                item.setType(QuestionnaireItemType.INTEGER);
                Said.figure(item, MIN, 0);
            }
            case AnswerType.Choice(List<Option> options) -> choice(item, options(form, question), options);
            case AnswerType.Choices(List<Option> options) -> {
                choice(item, options(form, question), options);
                item.setRepeats(true);
            }
            case AnswerType.Measure measure -> measure(item, measure);
            case AnswerType.Scale scale -> scale(item, scale);
            case AnswerType.Members members -> {
                item.setType(QuestionnaireItemType.REFERENCE);
                item.setRepeats(true);
                Said.word(item, "among", members.among());
            }
        }
    }

    private static void measure(QuestionnaireItemComponent item, AnswerType.Measure measure) {
        item.setType(QuestionnaireItemType.QUANTITY);
        item.addExtension(UNIT, new Coding().setDisplay(measure.unit()));
        Said.figure(item, Said.url("from"), measure.from());
        Said.figure(item, Said.url("to"), measure.to());
        Said.figure(item, DECIMALS, measure.decimals());
    }

    private static void scale(QuestionnaireItemComponent item, AnswerType.Scale scale) {
        item.setType(QuestionnaireItemType.INTEGER);
        item.addExtension(CONTROL, new CodeableConcept(new Coding(CONTROLS, "slider", null)));
        Said.figure(item, MIN, scale.from());
        Said.figure(item, MAX, scale.to());
        Said.text(item, "low", scale.low());
        Said.text(item, "high", scale.high());
    }

    private static void choice(QuestionnaireItemComponent item, String system, List<Option> options) {
        item.setType(QuestionnaireItemType.CHOICE);
        for (Option option : options) {
            var offered = item.addAnswerOption();
            offered.setValue(new Coding(system, option.id().value(), option.words()));
            Said.words(offered, "establishes", option.establishes());
            Said.ids(offered, "factor", option.factors());
            Said.word(offered, "means", option.means());
        }
    }
}
