package dev.retort.spring;

import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** The endpoint, where the application has the actuator and exposes it. */
@AutoConfiguration(after = RetortAutoConfiguration.class)
@ConditionalOnClass(ConditionalOnAvailableEndpoint.class)
@ConditionalOnAvailableEndpoint(RetortEndpoint.class)
public final class RetortEndpointAutoConfiguration {

    @Bean
    @ConditionalOnBean(RetortMigrations.class)
    @ConditionalOnMissingBean
    RetortEndpoint retortEndpoint(RetortMigrations migrations) {
        return new RetortEndpoint(migrations);
    }
}
