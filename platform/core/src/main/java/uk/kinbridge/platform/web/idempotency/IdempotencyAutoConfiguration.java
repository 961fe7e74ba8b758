package uk.kinbridge.platform.web.idempotency;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import uk.kinbridge.platform.mongo.CollectionIndexes;
import uk.kinbridge.platform.web.problem.ProblemWriter;

/** Honours {@link IdempotentCreation}. */
@AutoConfiguration(after = DataMongoAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public class IdempotencyAutoConfiguration {

    /** After the security chain, which knows the caller, and the limit on bodies. */
    private static final int FILTER_ORDER = -40;

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(IdempotencyKey.class);
    }

    @Bean
    AnswerKeeper answerKeeper(MongoOperations mongo) {
        return new AnswerKeeper(mongo);
    }

    @Bean
    FilterRegistrationBean<IdempotencyFilter> idempotency(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping,
            MongoOperations mongo,
            AnswerKeeper answers,
            InstantSource time,
            ProblemWriter problems,
            @Value("${kinbridge.idempotency.lease:30s}") Duration lease) {
        var filter = new FilterRegistrationBean<>(new IdempotencyFilter(
                new CreationFinder(mapping), new IdempotencyKeys(mongo, lease, answers), time, problems));
        filter.setOrder(FILTER_ORDER);
        return filter;
    }

    @Bean
    CollectionIndexes idempotencyIndexes() {
        return new CollectionIndexes(
                IdempotencyKeys.COLLECTION,
                List.of(new Index().on("purgeAt", Sort.Direction.ASC).named("purgeAt")));
    }

    @Bean
    WebMvcConfigurer idempotencyKeyArgument() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new IdempotencyKeyArgument());
            }
        };
    }
}
