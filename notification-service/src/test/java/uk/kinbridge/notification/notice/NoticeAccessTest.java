package uk.kinbridge.notification.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.notification.notice.RequestBuilder.aRequest;

import org.junit.jupiter.api.Test;
import uk.kinbridge.platform.security.AccessDecision;
import uk.kinbridge.platform.security.Role;

class NoticeAccessTest {

    private final Notice toTheRole = aRequest().delivered("n1");
    private final Notice toNoor = aRequest()
            .to(Recipient.person(
                    People.DRUG_TREATMENT, "safeguarding-lead", People.noor().subject()))
            .delivered("n2");

    @Test
    void everybody_with_the_role_in_the_agency_may_acknowledge() {
        assertThat(NoticeAccess.acknowledge(People.leila(), toTheRole)).isEqualTo(AccessDecision.granted());
        assertThat(NoticeAccess.acknowledge(People.noor(), toTheRole)).isEqualTo(AccessDecision.granted());
    }

    @Test
    void a_notice_to_one_person_is_for_that_person_only() {
        assertThat(NoticeAccess.acknowledge(People.noor(), toNoor)).isEqualTo(AccessDecision.granted());
        assertThat(NoticeAccess.acknowledge(People.leila(), toNoor)).isEqualTo(AccessDecision.concealed());
        assertThat(NoticeAccess.read(People.leila(), toNoor)).isEqualTo(AccessDecision.concealed());
    }

    @Test
    void who_has_moved_to_another_agency_leaves_their_notices_behind() {
        var moved = People.person("noor.aziz", "Noor Aziz", People.ALCOHOL_TREATMENT, Role.SAFEGUARDING_LEAD);

        assertThat(NoticeAccess.read(moved, toNoor)).isEqualTo(AccessDecision.concealed());
    }

    @Test
    void the_same_role_elsewhere_must_not_know_of_it() {
        assertThat(NoticeAccess.read(People.owen(), toTheRole)).isEqualTo(AccessDecision.concealed());
        assertThat(NoticeAccess.acknowledge(People.owen(), toTheRole)).isEqualTo(AccessDecision.concealed());
    }

    @Test
    void a_colleague_without_the_role_must_not_know_of_it() {
        assertThat(NoticeAccess.read(People.tom(), toTheRole)).isEqualTo(AccessDecision.concealed());
        assertThat(NoticeAccess.see(People.tom(), toTheRole)).isEqualTo(AccessDecision.concealed());
    }

    @Test
    void manager_and_auditor_of_the_agency_may_read_but_not_give_the_receipt() {
        assertThat(NoticeAccess.read(People.grace(), toTheRole)).isEqualTo(AccessDecision.granted());
        assertThat(NoticeAccess.read(People.auditor(), toNoor)).isEqualTo(AccessDecision.granted());
        assertThat(NoticeAccess.acknowledge(People.grace(), toTheRole))
                .isEqualTo(AccessDecision.denied(
                        "You may read this notice, but only somebody with the role safeguarding-lead can acknowledge"
                                + " it.",
                        "HAC-17"));
        assertThat(NoticeAccess.see(People.auditor(), toNoor))
                .isEqualTo(AccessDecision.denied(
                        "You may read this notice, but only the person to whom it is addressed can mark it as seen.",
                        "HAC-17"));
    }

    @Test
    void a_manager_who_is_the_safeguarding_lead_as_well_may_acknowledge() {
        var both = People.person(
                "grace.mensah", "Grace Mensah", People.DRUG_TREATMENT, Role.MANAGER, Role.SAFEGUARDING_LEAD);

        assertThat(NoticeAccess.acknowledge(both, toTheRole)).isEqualTo(AccessDecision.granted());
    }

    @Test
    void a_service_is_no_person_whatever_roles_it_was_given() {
        var machine = People.person(
                "service-account-x", "x", People.DRUG_TREATMENT, Role.SERVICE, Role.SAFEGUARDING_LEAD, Role.MANAGER);

        assertThat(NoticeAccess.acknowledge(machine, toTheRole)).isEqualTo(AccessDecision.concealed());
        assertThat(NoticeAccess.read(machine, toTheRole)).isEqualTo(AccessDecision.concealed());
        assertThat(Inbox.of(machine).addresses()).isEmpty();
    }
}
