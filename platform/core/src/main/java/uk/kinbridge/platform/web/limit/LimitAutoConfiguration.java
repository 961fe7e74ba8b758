package uk.kinbridge.platform.web.limit;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.util.unit.DataSize;

/** The limit of a body without files: {@code kinbridge.web.max-body-size}, 1 MB unless set. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public class LimitAutoConfiguration {

    /** After the security chain: a stranger's body is not read at all. */
    private static final int FILTER_ORDER = -50;

    @Bean
    FilterRegistrationBean<BodyLimitFilter> bodyLimit(@Value("${kinbridge.web.max-body-size:1MB}") DataSize limit) {
        var filter = new FilterRegistrationBean<>(new BodyLimitFilter(limit));
        filter.setOrder(FILTER_ORDER);
        return filter;
    }
}
