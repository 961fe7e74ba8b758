package uk.kinbridge.directory.practitioner;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Whether it is known who works where: {@code /actuator/health/people}. Not part of readiness, since whom to call is
 * answered without it.
 */
@Component("practitionersKnown")
class PeopleHealth implements HealthIndicator {

    private final Practitioners practitioners;

    PeopleHealth(Practitioners practitioners) {
        this.practitioners = practitioners;
    }

    @Override
    public Health health() {
        return (practitioners.isKnown() ? Health.up() : Health.outOfService()).build();
    }
}
