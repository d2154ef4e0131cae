package dev.retort.processor.source;

import com.sun.source.tree.MemberReferenceTree;
import dev.retort.processor.source.Values.RunReference;
import java.util.List;
import java.util.Optional;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Finds the methods that {@code op.run} names, and makes sure that generated code can call them. */
final class RunReferences {
    private static final String CODE =
            "static void themes(java.sql.Connection connection) throws java.sql.SQLException { … }";

    private final Resolver resolver;
    private final Elements elements;

    RunReferences(Resolver resolver, Elements elements) {
        this.resolver = resolver;
        this.elements = elements;
    }

    RunReference resolve(Unit unit, MemberReferenceTree reference) {
        String name = reference.getName().toString();
        TypeElement owner =
                resolver.type(unit, reference.getQualifierExpression()).orElseThrow(() -> noClass(unit, reference));
        List<ExecutableElement> named = ElementFilter.methodsIn(elements.getAllMembers(owner)).stream()
                .filter(method -> method.getSimpleName().contentEquals(name))
                .toList();
        ExecutableElement method = named.stream()
                .filter(RunReferences::takesConnection)
                .findFirst()
                .orElseThrow(() -> Evaluator.unreadable(
                        unit,
                        reference,
                        owner.getSimpleName() + " has no static method " + name + " that takes a java.sql.Connection",
                        "declare it as\n" + CODE.replace("themes", name)));
        fault(unit, owner, method).ifPresent(fault -> {
            throw Evaluator.unreadable(
                    unit,
                    reference,
                    fault,
                    "make it package-private or public: generated code in the package of the migration calls it");
        });
        return new RunReference(elements.getBinaryName(owner).toString(), name);
    }

    private static UnreadableException noClass(Unit unit, MemberReferenceTree reference) {
        String written = reference.getQualifierExpression().toString();
        return SourceVersion.isName(written)
                ? Evaluator.unreadable(
                        unit, reference, "no class " + written + " can be found here", "correct the name, or import it")
                : Evaluator.unreadable(
                        unit,
                        reference,
                        "a method reference can only name a static method, for op.run",
                        "write a lambda in its place, or op.run(Backfill::themes)");
    }

    private static boolean takesConnection(ExecutableElement method) {
        return method.getModifiers().contains(Modifier.STATIC)
                && method.getParameters().size() == 1
                && method.getParameters().get(0).asType().toString().equals("java.sql.Connection");
    }

    private Optional<String> fault(Unit unit, TypeElement owner, ExecutableElement method) {
        String name = owner.getSimpleName() + "::" + method.getSimpleName();
        if (method.getModifiers().contains(Modifier.PRIVATE)) {
            return Optional.of(name + " is private");
        }
        for (Element at = owner; at instanceof TypeElement; at = at.getEnclosingElement()) {
            if (at.getModifiers().contains(Modifier.PRIVATE)) {
                return Optional.of(name + " belongs to the private class " + at.getSimpleName());
            }
        }
        boolean samePackage = elements.getPackageOf(owner).equals(elements.getPackageOf(unit.type()));
        boolean isPublic = method.getModifiers().contains(Modifier.PUBLIC)
                && owner.getModifiers().contains(Modifier.PUBLIC);
        return samePackage || isPublic
                ? Optional.empty()
                : Optional.of(name + " is not public and lies in another package");
    }
}
