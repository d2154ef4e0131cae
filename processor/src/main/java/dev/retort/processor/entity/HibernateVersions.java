package dev.retort.processor.entity;

import dev.retort.processor.finding.Finding;
import dev.retort.processor.finding.FindingId;
import dev.retort.processor.finding.Findings;
import dev.retort.processor.finding.Location;
import dev.retort.processor.unit.Resource;
import dev.retort.processor.unit.Resources;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import org.hibernate.Version;

/** The Hibernate that computes the model must be the one that the application runs on: its DDL changes by minor version. */
public final class HibernateVersions {
    private static final String CLASS = "org.hibernate.Version";
    private static final String FILE = "org/hibernate/Version.class";
    private static final Pattern MINOR = Pattern.compile("(\\d+\\.\\d+)\\b.*");

    private HibernateVersions() {}

    /** Warns when they differ. An application without Hibernate on its class path has no version to compare. */
    public static void compare(ProcessingEnvironment environment, Findings findings) {
        String own = Version.getVersionString();
        Optional<String> minor = minor(own);
        ofApplication(environment)
                .filter(version -> minor.isPresent() && !minor(version).equals(minor))
                .ifPresent(version -> findings.add(Finding.warning(
                                FindingId.HibernateVersionMismatch,
                                Location.nowhere(),
                                "the model is computed by Hibernate " + own + ", but the application has Hibernate "
                                        + version)
                        .note("what Hibernate creates for a model changes from one minor version to the next")
                        .help("give the processor the application's version, as with Maven:\n"
                                + "<annotationProcessorPathsUseDepMgmt>true</annotationProcessorPathsUseDepMgmt>")
                        .help("or name among the processor's paths org.hibernate.orm:hibernate-core:" + version
                                + " and hibernate-community-dialects")));
    }

    private static Optional<String> ofApplication(ProcessingEnvironment environment) {
        TypeElement type = environment.getElementUtils().getTypeElement(CLASS);
        if (type == null) {
            return Optional.empty();
        }
        return new Resources(environment.getFiler())
                .inPackage(
                        new ModelTypes(environment).moduleOf(type),
                        ModelTypes.packageOf(type).toString(),
                        "Version.class")
                .flatMap(found -> Resources.beside(found.place(), FILE, "META-INF/MANIFEST.MF"))
                .flatMap(HibernateVersions::version);
    }

    private static Optional<String> version(Resource manifest) {
        try {
            Attributes main = new Manifest(new ByteArrayInputStream(manifest.content())).getMainAttributes();
            return Stream.of("Implementation-Version", "Bundle-Version")
                    .flatMap(name -> Optional.ofNullable(main.getValue(name)).stream())
                    .filter(version -> minor(version).isPresent())
                    .findFirst();
        } catch (IOException unreadable) {
            // A jar that was put together anew may have any manifest: then nothing is known.
            return Optional.empty();
        }
    }

    private static Optional<String> minor(String version) {
        Matcher match = MINOR.matcher(version);
        return match.matches() ? Optional.of(match.group(1)) : Optional.empty();
    }
}
