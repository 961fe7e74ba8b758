package uk.kinbridge.platform.time;

import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.config.annotation.web.configuration.WebSecurityCustomizer;

/** Gives every service its one source of time; movable under the profile {@code local} only. */
@AutoConfiguration
public class TimeAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean(InstantSource.class)
    SuiteTime suiteTime(Environment environment) {
        var offset = environment.acceptsProfiles(Profiles.of("local"))
                ? DurationStyle.detectAndParse(environment.getProperty("kinbridge.time.offset", "PT0S"))
                : Duration.ZERO;
        return new SuiteTime(Clock.systemUTC(), offset);
    }

    /** The door through which a demonstration moves time; it does not exist outside the profile {@code local}. */
    @Configuration(proxyBeanMethods = false)
    @Profile("local")
    static class MovableTime {

        @Bean
        LocalTimeController localTimeController(SuiteTime time, ApplicationEventPublisher events) {
            return new LocalTimeController(time, events);
        }

        /** Whoever can reach a local demonstration may move its time; the launcher has no account of its own. */
        @Bean
        WebSecurityCustomizer localDoor() {
            return security -> security.ignoring().requestMatchers("/local/time");
        }
    }
}
