package uk.kinbridge.platform.web;

import java.util.List;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import uk.kinbridge.platform.page.PageRequest;
import uk.kinbridge.platform.web.etag.IfMatch;
import uk.kinbridge.platform.web.etag.IfMatchArgument;
import uk.kinbridge.platform.web.page.PageRequestArgument;

/** Lets controllers take an {@link IfMatch} and a {@link PageRequest} as arguments. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public class ArgumentsAutoConfiguration {

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(IfMatch.class, PageRequest.class);
    }

    @Bean
    WebMvcConfigurer platformArguments() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new IfMatchArgument());
                resolvers.add(new PageRequestArgument());
            }
        };
    }
}
