package uk.kinbridge.assessment.assessment;

import java.time.Instant;
import java.util.List;
import uk.kinbridge.assessment.assessment.Assessments.Saved;
import uk.kinbridge.assessment.family.FollowMerges;

/** What assessments hear of, without anybody doing anything with them: each news has its effect once. */
public class HearNews implements FollowMerges.Looking {

    private final Assessments assessments;
    private final PinnedRules pinnedRules;

    public HearNews(Assessments assessments, PinnedRules pinnedRules) {
        this.assessments = assessments;
        this.pinnedRules = pinnedRules;
    }

    /** The family's circumstances have changed: all its assessments hear of it, each once (JWP-13, HAC-15). */
    public void circumstancesChanged(String family, List<String> what, Instant at, Instant now, String messageId) {
        for (var id : assessments.ofFamily(family)) {
            news(id, now, messageId, (a, rules) -> Finishing.circumstancesChanged(a, what, a.family(), rules, at, now));
        }
    }

    /** What is known of a family has changed with its record, and so may what it means for the children (JWP-13). */
    @Override
    public void again(String record, String words, FollowMerges.News news) {
        circumstancesChanged(record, List.of(words), news.at(), news.now(), news.messageId());
    }

    /** A person has confirmed that an outcome reached them; the moment of the act counts, not that of the news. */
    public void received(String id, Actor by, Instant at, Instant now, String messageId) {
        news(id, now, messageId, (a, _) -> Finishing.received(a, by, at));
    }

    /** The same, told on the referral by which the outcome went. */
    public void receivedByReferral(String referral, Actor by, Instant at, Instant now, String messageId) {
        assessments.ofReferral(referral).forEach(id -> received(id, by, at, now, messageId));
    }

    private interface Command {
        Ruling on(Assessment assessment, Rules rules);
    }

    private void news(String id, Instant now, String messageId, Command news) {
        Saved saved = Saved.STALE;
        while (saved == Saved.STALE) {
            var found = assessments.find(id);
            if (found.isEmpty()) {
                return;
            }
            var ruling =
                    news.on(found.get().assessment(), pinnedRules.of(found.get().assessment()));
            if (!(ruling instanceof Ruling.Done(var change))) {
                return;
            }
            saved = assessments.saveOnce(found.get().version(), change, now, messageId);
        }
    }
}
