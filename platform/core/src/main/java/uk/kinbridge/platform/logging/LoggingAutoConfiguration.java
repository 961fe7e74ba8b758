package uk.kinbridge.platform.logging;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;

/** The context of log lines; their form is in {@code platform-defaults.yaml}. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public class LoggingAutoConfiguration {

    /** Right after the security chain. */
    private static final int FILTER_ORDER = -90;

    @Bean
    FilterRegistrationBean<LogContextFilter> logContext() {
        var filter = new FilterRegistrationBean<>(new LogContextFilter());
        filter.setOrder(FILTER_ORDER);
        return filter;
    }
}
