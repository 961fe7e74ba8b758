package uk.kinbridge.referral.information;

import java.time.Instant;
import uk.kinbridge.protocols.sharing.Purpose;
import uk.kinbridge.referral.family.Family;
import uk.kinbridge.referral.family.Person;
import uk.kinbridge.referral.family.RefusedJointWork;

/** Refusals of joint work, from the records of consent (SAL-03). */
public class JointWorkRefusals implements RefusedJointWork {

    private final ConsentRecords records;

    public JointWorkRefusals(ConsentRecords records) {
        this.records = records;
    }

    @Override
    public boolean isOnRecord(Family family, Instant now) {
        return records.find(family.id()).map(ConsentRecords.Held::record).stream()
                .anyMatch(record -> family.members().stream()
                        .map(Person::id)
                        .flatMap(person -> record.latest(person, Purpose.JOINT_WORK).stream())
                        .anyMatch(KeptConsent::saysNo));
    }
}
