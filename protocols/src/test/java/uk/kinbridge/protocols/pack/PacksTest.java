package uk.kinbridge.protocols.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PacksTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    static List<Pack> all() {
        return Packs.shipped().all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void every_pack_reads_back_from_its_canonical_text(Pack pack) {
        assertThat(Packs.read("canonical.json", Canonical.text(pack).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(pack);
    }

    @ParameterizedTest
    @CsvSource({
        "hackney, hackney",
        "salford, salford",
        "dorset, dorset",
        "southampton, family-approach",
        "portsmouth, family-approach",
        "isle-of-wight, family-approach",
        "hampshire, family-approach"
    })
    void a_new_case_runs_under_the_protocol_that_builds_on_the_others(String area, String pack) {
        assertThat(Packs.shipped().inForce(new AreaId(area), TODAY))
                .singleElement()
                .extracting(Pack::pack)
                .isEqualTo(new PackId(pack));
    }

    @Test
    void nothing_is_in_force_before_its_day() {
        assertThat(Packs.shipped().inForce(new PackId("hackney"), LocalDate.of(2025, 12, 31)))
                .isEmpty();
        assertThat(Packs.shipped().inForce(new PackId("hackney"), LocalDate.of(2026, 1, 1)))
                .isPresent();
    }

    /** ENG-01, ENG-02 */
    @Test
    void national_limits_hold_on_every_pathway_into_childrens_social_care() {
        for (Pack pack : all()) {
            assertThat(pack.pathways())
                    .filteredOn(pathway -> pathway.to().agency() == AgencyRole.CHILDRENS_SOCIAL_CARE)
                    .allSatisfy(pathway -> assertThat(pathway.clocks())
                            .extracting(clock -> clock.id().value())
                            .contains("decide", "assess"));
        }
    }

    /** ENG-19, FAP-14, SAL-06, SAL-24, HAC-17 */
    @ParameterizedTest
    @MethodSource("all")
    void on_every_pathway_whoever_has_to_hear_of_what_happens_is_told(Pack pack) {
        for (Pathway pathway : pack.pathways()) {
            for (CaseEvent event : pathway.told()) {
                assertThat(MustHear.of(event, pathway))
                        .as("%s of %s", event.word(), pathway.id())
                        .allMatch(side -> pathway.tells(side, event));
            }
        }
    }

    /** FAP-14 */
    @ParameterizedTest
    @ValueSource(strings = {"child-at-risk", "adult-at-risk", "adult-services"})
    void a_redirection_is_told_as_the_family_approach_says_it(String id) {
        Pathway pathway = pathway("family-approach", id);

        assertThat(List.of(
                        CaseEvent.REFERRAL_REDIRECTED, CaseEvent.REDIRECTION_ACCEPTED, CaseEvent.REDIRECTION_DECLINED))
                .allSatisfy(event -> assertThat(pathway.noticesOn(event))
                        .isNotEmpty()
                        .allSatisfy(notice ->
                                assertThat(notice.obligations()).containsExactly(new ObligationId("FAP-14"))));
        assertThat(pathway.noticesOn(CaseEvent.REFERRAL_WITHDRAWN))
                .flatExtracting(Notice::to)
                .extracting(Party::side)
                .containsExactly(Side.RECIPIENT, Side.NEXT);
    }

    /** SAL-06, ENG-19 */
    @ParameterizedTest
    @MethodSource("all")
    void whoever_works_on_a_referral_can_tell_the_referrer_how_it_goes(Pack pack) {
        for (Pathway pathway : pack.pathways()) {
            assertThat(pathway.states().stream().skip(1))
                    .filteredOn(state ->
                            state.waitsFor() != null && state.waitsFor().side() == Side.RECIPIENT)
                    .filteredOn(state -> !state.on().containsKey(CaseEvent.REFERRAL_ACKNOWLEDGED))
                    .as("%s %s", pack.pack(), pathway.id())
                    .allSatisfy(
                            state -> assertThat(state.on()).containsEntry(CaseEvent.REFERRAL_PROGRESSED, state.id()));
        }
    }

    @Test
    void nobody_is_told_twice_what_the_pathway_says_in_its_own_words() {
        Pathway intoSocialCare = pathway("hackney", "into-social-care");

        assertThat(intoSocialCare.noticesOn(CaseEvent.REFERRAL_ACKNOWLEDGED))
                .singleElement()
                .satisfies(notice -> assertThat(notice.obligations()).contains(new ObligationId("HAC-14")));
        assertThat(intoSocialCare.noticesOn(CaseEvent.REFERRAL_SUBMITTED))
                .extracting(notice -> notice.id().value())
                .containsExactly("referral-arrived", "own-lead-informed");
    }

    @Test
    void a_pathway_that_tells_one_side_only_leaves_the_other_to_the_nation() {
        Pack own = hackneyWith("""
                {"id":"taken-and-told","on":"referral.redirected","to":[{"side":"next","role":"manager"}],                "words":"Take it","obligations":["HAC-17"]},""");

        assertThat(own.pathway(new PathwayId("into-social-care"))
                        .orElseThrow()
                        .noticesOn(CaseEvent.REFERRAL_REDIRECTED))
                .extracting(notice -> notice.id().value())
                .containsExactly("taken-and-told", "redirected");
    }

    @Test
    void words_for_some_cases_only_do_not_stand_for_all_of_them() {
        Pack own = hackneyWith("""
                {"id":"with-child","on":"referral.withdrawn","when":"pregnancy",                "to":[{"side":"recipient","role":"manager"}],"words":"Taken back","obligations":["HAC-17"]},""");

        assertThat(own.pathway(new PathwayId("into-social-care")).orElseThrow().noticesOn(CaseEvent.REFERRAL_WITHDRAWN))
                .extracting(notice -> notice.id().value())
                .containsExactly("with-child", "withdrawn", "withdrawn-before-taken");
    }

    private static Pathway pathway(String pack, String id) {
        return Packs.shipped()
                .latest(new PackId(pack))
                .orElseThrow()
                .pathway(new PathwayId(id))
                .orElseThrow();
    }

    /** A second version in which a referral into social care can be redirected, with one notice more. */
    private static Pack hackneyWith(String notice) {
        String written = Canonical.text(PackFiles.shipped().get(1).value())
                .replace("\"version\":1,\"title\"", "\"version\":2,\"title\"");
        int pathway = written.indexOf("{\"id\":\"into-social-care\"");
        String there = written.substring(pathway)
                .replaceFirst("\"notices\":\\[", Matcher.quoteReplacement("\"notices\":[" + notice))
                .replaceFirst(
                        "\"referral.decided\":\"in-assessment\",",
                        "\"referral.decided\":\"in-assessment\",\"referral.redirected\":\"acknowledged\",");
        Pack second = Packs.read("2.json", (written.substring(0, pathway) + there).getBytes(StandardCharsets.UTF_8));
        return Packs.shipped().resolve(second);
    }

    /** FAP on top of JWP: what it does not say itself holds from the other. */
    @Test
    void a_pack_has_what_it_builds_on_and_its_own_words_first() {
        Pack family = Packs.shipped().latest(new PackId("family-approach")).orElseThrow();

        assertThat(family.contact(new ContactId("isle-of-wight-adults-nights"))).isPresent();
        assertThat(family.contact(new ContactId("police-emergency"))).isPresent();
        assertThat(family.pathway(new PathwayId("child-at-risk")).orElseThrow().obligations())
                .contains(new ObligationId("FAP-14"));
        assertThat(family.practice().assessments())
                .extracting(rule -> rule.id().value())
                .contains("factors-together", "young-carers");
    }

    @Test
    void a_published_version_cannot_be_replaced_but_a_new_one_can_join() {
        Pack hackney = Packs.shipped().latest(new PackId("hackney")).orElseThrow();
        String second = Canonical.text(hackney).replace("\"version\":1", "\"version\":2");

        Packs more = Packs.shipped().with(Packs.read("2.json", second.getBytes(StandardCharsets.UTF_8)));

        assertThat(more.latest(new PackId("hackney")).orElseThrow().version()).isEqualTo(2);
        assertThat(more.pinned(hackney.reference())).contains(hackney);
        assertThat(more.inForce(new AreaId("hackney"), TODAY))
                .extracting(Pack::version)
                .containsExactly(2);
        assertThatThrownBy(() -> Packs.shipped().with(hackney)).hasMessageContaining("cannot change");
    }

    /** What another service keeps of a published version is the same, to the hash, as what the directory published. */
    @Test
    void a_version_keeps_its_hash_on_its_way_to_another_service() {
        Pack published = Packs.shipped().latest(new PackId("hackney")).orElseThrow();
        Pack written = PackFiles.shipped().get(1).value();

        Pack arrived = Packs.shipped().resolve(written);
        Pack kept = Packs.read("kept", arrived.canonicalText().getBytes(StandardCharsets.UTF_8));

        assertThat(arrived.reference()).isEqualTo(published.reference());
        assertThat(kept).isEqualTo(published);
    }
}
