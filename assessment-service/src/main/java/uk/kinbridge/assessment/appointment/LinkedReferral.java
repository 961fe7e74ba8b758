package uk.kinbridge.assessment.appointment;

/**
 * The referral that the appointments follow from.
 *
 * @param agency who referred
 * @param person the person there who did
 */
public record LinkedReferral(String id, String reference, String pathway, String agency, String person) {}
