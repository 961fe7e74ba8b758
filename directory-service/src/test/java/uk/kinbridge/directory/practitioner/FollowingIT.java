package uk.kinbridge.directory.practitioner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.kinbridge.directory.OverHttp;

@OverHttp
class FollowingIT {

    private static final String AGENCY = "hackney-drug-treatment";
    private static final Practitioner TOM = People.inAgency(AGENCY, "tom.brandt", "practitioner");
    private static final Practitioner LEILA = People.inAgency(AGENCY, "leila.haddad", "safeguarding-lead");

    @Autowired
    PractitionerStore store;

    @Test
    void who_is_created_moved_or_removed_there_is_so_here() {
        var practitioners = new Practitioners();
        var following = new Following(practitioners, store);
        following.follow(() -> List.of(TOM, LEILA));
        assertThat(practitioners.activeIn(AGENCY)).containsExactly(LEILA, TOM);
        var moved = People.inAgency("hackney-alcohol-treatment", "tom.brandt", "practitioner");
        following.follow(() -> List.of(moved));
        assertThat(practitioners.activeIn(AGENCY)).isEmpty();
        assertThat(store.all()).containsExactly(moved);
    }

    @Test
    void without_a_copy_and_without_an_answer_it_is_not_known_who_works_where() {
        store.save(List.of(), java.util.Set.of(TOM.subject(), LEILA.subject()));
        var practitioners = new Practitioners();
        assertThatThrownBy(() -> new Following(practitioners, store).follow(() -> {
                    throw new IllegalStateException("away");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(practitioners.isKnown()).isFalse();
    }

    @Test
    void the_last_good_copy_serves_when_the_sign_in_service_is_down_from_the_start() {
        new Following(new Practitioners(), store).follow(() -> List.of(TOM));
        var practitioners = new Practitioners();
        assertThatThrownBy(() -> new Following(practitioners, store).follow(() -> {
                    throw new IllegalStateException("away");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(practitioners.activeIn(AGENCY)).contains(TOM);
    }
}
