package uk.kinbridge.referral.information.web;

import java.time.Instant;
import java.util.List;
import uk.kinbridge.platform.web.link.Links;
import uk.kinbridge.referral.family.Person;
import uk.kinbridge.referral.information.CapacityFinding;
import uk.kinbridge.referral.information.ConsentRecord;
import uk.kinbridge.referral.information.Discussion;
import uk.kinbridge.referral.information.KeptConsent;

/** A family's consent record; {@code stands} and {@code counts} are computed from the present. */
record ConsentView(
        String family,
        List<ConsentLine> consents,
        List<FindingLine> findings,
        List<Discussion> discussions,
        Links _links) {

    record ConsentLine(KeptConsent consent, boolean stands, Links _links) {}

    record FindingLine(CapacityFinding finding, boolean counts, Links _links) {}

    static ConsentView of(ConsentRecord record, List<Person> people, Instant now) {
        var self = "/api/families/" + record.id() + "/consents";
        return new ConsentView(
                record.id(),
                record.consents().stream()
                        .map(c -> new ConsentLine(
                                c,
                                c.stands(now),
                                Links.self(self)
                                        .when(c.stands(now), "withdraw", "POST", self + "/" + c.id() + "/withdrawal")))
                        .toList(),
                record.findings().stream()
                        .map(f -> new FindingLine(f, counts(record, f, people, now), links(record, f)))
                        .toList(),
                record.discussions(),
                Links.self(self).and("accessLog", self + "/access-log"));
    }

    private static boolean counts(ConsentRecord record, CapacityFinding finding, List<Person> people, Instant now) {
        return people.stream()
                .filter(person -> person.id().equals(finding.person()))
                .anyMatch(person -> record.counts(finding, person, now));
    }

    private static Links links(ConsentRecord record, CapacityFinding finding) {
        var family = "/api/families/" + record.id();
        return Links.self(family + "/consents")
                .when(
                        !finding.able(),
                        "decide-in-best-interests",
                        "POST",
                        family + "/capacity-findings/" + finding.id() + "/best-interests-decision");
    }
}
