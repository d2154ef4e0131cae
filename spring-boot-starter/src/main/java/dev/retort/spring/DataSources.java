package dev.retort.spring;

import dev.retort.runtime.MigrationRegistry;
import dev.retort.spring.RetortProperties.Login;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/** Which data source a registry migrates. */
final class DataSources {
    private final ListableBeanFactory beans;

    DataSources(ListableBeanFactory beans) {
        this.beans = beans;
    }

    /**
     * A data source that was found.
     *
     * @param words for messages, without secrets
     * @param serves the bean that the application uses
     */
    record Choice(DataSource migrated, String words, DataSource serves) {}

    /**
     * In this order: a bean that is named, a login of Retort's own, a bean that is marked for the registry, a bean that is
     * marked for all, the primary or only one.
     *
     * @param named the name of a bean; null when none is
     */
    Choice choose(MigrationRegistry registry, @Nullable String named, Login login) {
        if (named != null) {
            if (!beans.containsBean(named) || !beans.isTypeMatch(named, DataSource.class)) {
                throw new InvalidConfigurationPropertyValueException(
                        "spring.retort.registries." + Registries.simpleName(registry) + ".data-source",
                        named,
                        "There is no data source of this name. There is "
                                + String.join(", ", new TreeSet<>(List.of(beans.getBeanNamesForType(DataSource.class))))
                                + ".");
            }
            return orAs(login, named);
        }
        Optional<String> marked = marked(registry.getClass()).or(() -> marked(MigrationRegistry.class));
        if (login.isSaid() || marked.isEmpty()) {
            return orAs(login, null);
        }
        DataSource bean = beans.getBean(marked.get(), DataSource.class);
        DataSource primary = primary();
        // Without a registry of its own it is another user's way to the application's database.
        DataSource serves = primary == null || marked(registry.getClass()).isPresent() ? bean : primary;
        return new Choice(bean, "data source " + marked.get(), serves);
    }

    private Choice orAs(Login login, @Nullable String bean) {
        DataSource base = bean == null ? primary() : beans.getBean(bean, DataSource.class);
        if (login.isSaid()) {
            DataSource own = connect(login, base);
            String words = "database " + (login.url() == null ? "of the application" : withoutParameters(login.url()));
            return new Choice(
                    own, login.user() == null ? words : words + " as " + login.user(), base == null ? own : base);
        }
        if (base == null) {
            throw new InvalidConfigurationPropertyValueException(
                    "spring.retort.url",
                    null,
                    "There is no data source to migrate, or there are several and none is primary. Set"
                            + " spring.datasource.url or spring.retort.url, name a bean with"
                            + " spring.retort.registries.<registry>.data-source, or mark one with @RetortDataSource.");
        }
        return new Choice(base, bean == null ? "primary data source" : "data source " + bean, base);
    }

    private static DataSource connect(Login login, @Nullable DataSource base) {
        DataSourceBuilder<?> builder;
        if (login.url() != null) {
            builder = DataSourceBuilder.create().url(login.url());
        } else if (base != null) {
            builder = DataSourceBuilder.derivedFrom(base);
        } else {
            throw new InvalidConfigurationPropertyValueException(
                    "spring.retort.user",
                    login.user(),
                    "There is no data source whose URL could be used. Set spring.retort.url.");
        }
        builder.type(SimpleDriverDataSource.class);
        if (login.user() != null) {
            builder.username(login.user());
            builder.password(login.password());
        }
        if (login.driverClassName() != null) {
            builder.driverClassName(login.driverClassName());
        }
        return builder.build();
    }

    private @Nullable DataSource primary() {
        return beans.getBeanProvider(DataSource.class).getIfUnique();
    }

    private Optional<String> marked(Class<?> registry) {
        List<String> names = new ArrayList<>();
        // Makes no bean to find out its type.
        for (String bean : beans.getBeanNamesForType(DataSource.class, true, false)) {
            RetortDataSource mark = beans.findAnnotationOnBean(bean, RetortDataSource.class);
            if (mark != null && mark.value() == registry) {
                names.add(bean);
            }
        }
        if (names.size() > 1) {
            throw new IllegalStateException("several data sources are marked with @RetortDataSource for "
                    + registry.getName() + ": " + String.join(", ", names));
        }
        return names.stream().findFirst();
    }

    /** Some drivers take a password there. */
    private static String withoutParameters(String url) {
        return url.replaceFirst("[?;].*", "").replaceFirst("//[^/@]*@", "//");
    }
}
