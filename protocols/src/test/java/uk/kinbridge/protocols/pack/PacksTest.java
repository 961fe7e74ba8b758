package uk.kinbridge.protocols.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

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
