package uk.kinbridge.platform.web.problem;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import uk.kinbridge.platform.mongo.WriteWitness;

/** Problems for everything that goes wrong, and strict reading of request bodies. */
@AutoConfiguration(
        after = JacksonAutoConfiguration.class,
        before = {WebMvcAutoConfiguration.class, ErrorMvcAutoConfiguration.class})
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public class ProblemAutoConfiguration {

    /** After the trace filter, before the security chain. */
    static final int FILTER_ORDER = Ordered.HIGHEST_PRECEDENCE + 20;

    @Bean
    Failures failures(@Value("${kinbridge.safety.telephone-advice:}") String telephoneAdvice) {
        return new Failures(telephoneAdvice);
    }

    @Bean
    ProblemWriter problemWriter(JsonMapper json) {
        return new ProblemWriter(json);
    }

    @Bean
    ProblemAdvice problemAdvice(Failures failures) {
        return new ProblemAdvice(failures);
    }

    @Bean
    ProblemPages problemPages(ObjectProvider<ProblemCatalogue> catalogues) {
        return new ProblemPages(catalogues.orderedStream().toList());
    }

    @Bean
    FilterRegistrationBean<ProblemFilter> problemFilter(Failures failures, ProblemWriter writer) {
        FilterRegistrationBean<ProblemFilter> filter =
                new FilterRegistrationBean<>(new ProblemFilter(failures, writer));
        filter.setOrder(FILTER_ORDER);
        return filter;
    }

    @Bean
    MongoClientSettingsBuilderCustomizer writeWitness() {
        return settings -> settings.addCommandListener(new WriteWitness());
    }

    /**
     * Only bodies of requests are read strictly: what peers and events bring is read tolerantly, so that they can grow.
     */
    @Bean
    ServerHttpMessageConvertersCustomizer strictBodies(JsonMapper json) {
        JsonMapper strict = json.rebuild()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        return converters -> converters.withJsonConverter(new JacksonJsonHttpMessageConverter(strict));
    }
}
