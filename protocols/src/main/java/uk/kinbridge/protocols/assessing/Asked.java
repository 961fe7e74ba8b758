package uk.kinbridge.protocols.assessing;

import org.jspecify.annotations.Nullable;
import uk.kinbridge.protocols.pack.FormSection;
import uk.kinbridge.protocols.pack.Question;

/**
 * A question as it is put in one assessment.
 *
 * @param about the id of the person whom it is about, in a section that is asked for each; null in the others
 */
public record Asked(
        FormSection section, Question question, @Nullable String about) {}
