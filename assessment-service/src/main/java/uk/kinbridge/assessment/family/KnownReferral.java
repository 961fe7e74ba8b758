package uk.kinbridge.assessment.family;

import uk.kinbridge.assessment.kept.Pinned;

/** What this service needs of a referral: who referred whom to whom, under which version of which protocol. */
public record KnownReferral(
        String id,
        String reference,
        Pinned protocol,
        String pathway,
        String family,
        String member,
        String referrer,
        String referringPerson,
        String recipient) {}
