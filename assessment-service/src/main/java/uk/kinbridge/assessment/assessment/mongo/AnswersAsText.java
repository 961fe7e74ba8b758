package uk.kinbridge.assessment.assessment.mongo;

import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import uk.kinbridge.protocols.assessing.Answers;

/**
 * What was typed is kept as one text of JSON: whatever somebody types as the name of a question or as a figure comes back
 * exactly, and no database reads a meaning into it.
 */
@Configuration(proxyBeanMethods = false)
class AnswersAsText {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final TypeReference<Map<String, Object>> TYPED = new TypeReference<>() {};

    @WritingConverter
    static final class Write implements Converter<Answers, String> {

        @Override
        public String convert(Answers answers) {
            return JSON.writeValueAsString(answers.typed());
        }
    }

    @ReadingConverter
    static final class Read implements Converter<String, Answers> {

        @Override
        public Answers convert(String text) {
            return new Answers(JSON.readValue(text, TYPED));
        }
    }

    @Bean
    MongoCustomConversions conversions() {
        return new MongoCustomConversions(List.of(new Write(), new Read()));
    }
}
