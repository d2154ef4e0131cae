package dev.retort.spring;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/** The health indicator {@code retort}, where the application has health; {@code management.health.retort.enabled=false}. */
@AutoConfiguration(after = RetortAutoConfiguration.class)
@ConditionalOnClass({HealthIndicator.class, ConditionalOnEnabledHealthIndicator.class})
@ConditionalOnBean(RetortMigrations.class)
@ConditionalOnEnabledHealthIndicator("retort")
public final class RetortHealthContributorAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean(name = {"retortHealthIndicator", "retortHealthContributor"})
    HealthIndicator retortHealthContributor(RetortMigrations migrations) {
        return new RetortHealthIndicator(migrations);
    }
}
