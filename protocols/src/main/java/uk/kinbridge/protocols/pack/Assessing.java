package uk.kinbridge.protocols.pack;

import java.util.List;

/**
 * What a protocol asks in its assessments, and what it makes of the answers.
 *
 * @param sections sections that several forms share
 * @param forms what is asked
 * @param risk how what was found is weighed
 */
public record Assessing(List<FormSection> sections, List<Form> forms, List<RiskModel> risk) {}
