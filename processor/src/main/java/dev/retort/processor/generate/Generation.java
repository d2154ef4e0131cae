package dev.retort.processor.generate;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import dev.retort.processor.read.DeclaredRevision;
import dev.retort.processor.sql.RevisionSql;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.StandardLocation;

/** Finished SQL to source files. The same input makes the same bytes. */
public final class Generation {
    private static final AnnotationSpec MARK = AnnotationSpec.builder(
                    ClassName.get("javax.annotation.processing", "Generated"))
            .addMember("value", "$S", "dev.retort.processor.RetortProcessor")
            .build();

    private final Filer filer;
    private final Elements elements;

    public Generation(Filer filer, Elements elements) {
        this.filer = filer;
        this.elements = elements;
    }

    /**
     * Writes a registry and its plans.
     *
     * @param registry qualified
     * @param dialects families, in declared order
     * @param revisions in the order of a full upgrade; none where findings stop the build
     * @param origins what the registry was made from: every migration, also where there are no revisions
     */
    public void write(
            String registry, List<String> dialects, List<RevisionSql> revisions, List<DeclaredRevision> origins)
            throws IOException {
        List<ClassName> plans = new ArrayList<>();
        Set<ClassName> taken = new HashSet<>();
        for (RevisionSql revision : revisions) {
            TypeElement migration = migration(revision.revision());
            ClassName plan = planName(migration, taken);
            plans.add(plan);
            write(plan, PlanWriter.write(revision, plan), List.of(migration));
        }
        ClassName name = ClassNames.ofTopLevel(registry);
        write(name, RegistryWriter.write(name, dialects, revisions, plans), originating(origins));
    }

    /**
     * Writes a registry that refuses to be used, where there is no SQL to put into one: code that names it compiles, and an
     * application does not start as though there were nothing to migrate.
     *
     * @param registry qualified
     * @param origins what the registry stands for
     */
    public void writeRefusal(String registry, List<DeclaredRevision> origins) throws IOException {
        ClassName name = ClassNames.ofTopLevel(registry);
        write(name, RegistryWriter.refusal(name), originating(origins));
    }

    private List<Element> originating(List<DeclaredRevision> origins) {
        return origins.stream()
                .map(DeclaredRevision::className)
                .map(elements::getTypeElement)
                .filter(Objects::nonNull)
                .<Element>map(type -> type)
                .toList();
    }

    /** Lists the registries for {@link java.util.ServiceLoader}. */
    public void writeServices(List<String> registries) throws IOException {
        try (Writer writer = filer.createResource(
                        StandardLocation.CLASS_OUTPUT,
                        "",
                        "META-INF/services/" + RegistryWriter.REGISTRY.canonicalName())
                .openWriter()) {
            writer.write(registries.stream().sorted().map(name -> name + "\n").collect(Collectors.joining()));
        }
    }

    /** In the package of the migration, whose methods it may name; nested classes flattened. */
    private ClassName planName(TypeElement migration, Set<ClassName> taken) {
        ClassName own = ClassName.get(migration);
        String name = String.join("_", own.simpleNames()) + "_Plan";
        ClassName plan = ClassName.get(own.packageName(), name);
        for (int i = 2; !taken.add(plan); i++) {
            plan = ClassName.get(own.packageName(), name + i);
        }
        return plan;
    }

    private TypeElement migration(DeclaredRevision revision) {
        return Objects.requireNonNull(elements.getTypeElement(revision.className()), revision.className());
    }

    private void write(ClassName name, TypeSpec type, List<Element> originating) throws IOException {
        TypeSpec.Builder builder = type.toBuilder();
        originating.forEach(builder::addOriginatingElement);
        originating.stream().findFirst().filter(this::canBeMarked).ifPresent(any -> builder.addAnnotation(MARK));
        JavaFile.builder(name.packageName(), builder.build())
                .indent("    ")
                .skipJavaLangImports(!hidesJavaLang(name.packageName()))
                .build()
                .writeTo(filer);
    }

    /** Whether a class of the package would be meant by a name such as {@code String}. */
    private boolean hidesJavaLang(String packageName) {
        PackageElement known = elements.getPackageElement(packageName);
        return known != null
                && known.getEnclosedElements().stream()
                        .anyMatch(type -> elements.getTypeElement("java.lang." + type.getSimpleName()) != null);
    }

    /** Linters pass over what is marked as generated; a module that does not read {@code java.compiler} has no such mark. */
    private boolean canBeMarked(Element neighbour) {
        ModuleElement module = elements.getModuleOf(neighbour);
        String mark = "javax.annotation.processing.Generated";
        return (module == null ? elements.getTypeElement(mark) : elements.getTypeElement(module, mark)) != null;
    }
}
