package uk.kinbridge.referral.referral;

import java.util.Set;
import java.util.TreeSet;
import uk.kinbridge.referral.family.NameSounds;
import uk.kinbridge.referral.family.SearchTerms;

/** What a referral is found by: for each of its agencies what that one may read of it, and nothing else. */
public final class ReferralTerms {

    private ReferralTerms() {}

    /** Every term, each with the agency in front that may look for it. */
    public static Set<String> of(Referral referral, Rules rules, NameSounds sounds) {
        var terms = new TreeSet<String>();
        for (var agency : referral.parties()) {
            terms.add(SearchTerms.of(agency, "all"));
            terms.add(SearchTerms.of(agency, "ref:" + referral.reference()));
            for (var person : Shown.to(agency, referral, rules).disclosed().people()) {
                SearchTerms.of(person, sounds).forEach(term -> terms.add(SearchTerms.of(agency, term)));
            }
        }
        return terms;
    }
}
