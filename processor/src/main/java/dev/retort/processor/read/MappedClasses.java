package dev.retort.processor.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Which mapped classes belong to an environment. */
final class MappedClasses {
    private final List<TypeElement> compiled;
    private final Elements elements;
    private final List<String> patterns;

    /** @param patterns of {@code -Aretort.entities}; where there are any, they say which classes there are at all */
    MappedClasses(Declarations declarations, Elements elements, List<String> patterns) {
        this.elements = elements;
        this.patterns = patterns;
        this.compiled = declarations.mapped().stream()
                .filter(type -> patterns.isEmpty() || matchesAny(type))
                .toList();
    }

    /** By qualified name. With neither classes nor packages, every mapped class of the compilation. */
    List<TypeElement> of(List<TypeElement> classes, List<String> packages) {
        Map<String, TypeElement> chosen = new TreeMap<>();
        if (classes.isEmpty() && packages.isEmpty()) {
            compiled.forEach(type -> put(chosen, type));
            patterns.stream().filter(pattern -> !pattern.endsWith("*")).forEach(name -> {
                TypeElement type = elements.getTypeElement(name);
                if (type != null) {
                    put(chosen, type);
                }
            });
            return List.copyOf(chosen.values());
        }
        classes.forEach(type -> put(chosen, type));
        for (String name : packages) {
            compiled.stream().filter(type -> isWithin(packageOf(type), name)).forEach(type -> put(chosen, type));
            PackageElement packageElement = elements.getPackageElement(name);
            if (packageElement != null) {
                mappedIn(packageElement).forEach(type -> put(chosen, type));
            }
        }
        return List.copyOf(chosen.values());
    }

    /** Names and patterns of {@code -Aretort.entities} that no mapped class answers to. */
    List<String> unmatchedPatterns() {
        return patterns.stream()
                .filter(pattern -> pattern.endsWith(".*")
                        ? compiled.stream()
                                .noneMatch(
                                        type -> isWithin(packageOf(type), pattern.substring(0, pattern.length() - 2)))
                        : elements.getTypeElement(pattern) == null)
                .toList();
    }

    /** Whether a package of {@code entityPackages} holds no mapped class. */
    boolean isEmpty(String packageName) {
        PackageElement packageElement = elements.getPackageElement(packageName);
        return compiled.stream().noneMatch(type -> isWithin(packageOf(type), packageName))
                && (packageElement == null || mappedIn(packageElement).isEmpty());
    }

    private static void put(Map<String, TypeElement> chosen, TypeElement type) {
        chosen.put(type.getQualifiedName().toString(), type);
    }

    /** Nested classes included: what a package of a compiled dependency holds is only known class by class. */
    private static List<TypeElement> mappedIn(Element container) {
        List<TypeElement> mapped = new ArrayList<>();
        for (TypeElement type : ElementFilter.typesIn(container.getEnclosedElements())) {
            if (Declarations.isMapped(type)) {
                mapped.add(type);
            }
            mapped.addAll(mappedIn(type));
        }
        mapped.sort(Comparator.comparing(type -> type.getQualifiedName().toString()));
        return mapped;
    }

    private boolean matchesAny(TypeElement type) {
        String name = type.getQualifiedName().toString();
        return patterns.stream()
                .anyMatch(pattern -> pattern.endsWith(".*")
                        ? isWithin(packageOf(type), pattern.substring(0, pattern.length() - 2))
                        : pattern.equals(name));
    }

    private static boolean isWithin(String packageName, String ancestor) {
        return packageName.equals(ancestor) || packageName.startsWith(ancestor + ".");
    }

    private String packageOf(TypeElement type) {
        return elements.getPackageOf(type).getQualifiedName().toString();
    }
}
