package dev.retort.processor.generate;

import com.palantir.javapoet.ClassName;
import java.util.List;

/** Names of classes, for JavaPoet. */
final class ClassNames {

    private ClassNames() {}

    static ClassName ofBinary(String binaryName) {
        int dot = binaryName.lastIndexOf('.');
        String packageName = dot < 0 ? "" : binaryName.substring(0, dot);
        List<String> names = List.of(binaryName.substring(dot + 1).split("\\$"));
        return ClassName.get(
                packageName, names.get(0), names.subList(1, names.size()).toArray(String[]::new));
    }

    static ClassName ofTopLevel(String qualifiedName) {
        int dot = qualifiedName.lastIndexOf('.');
        return ClassName.get(dot < 0 ? "" : qualifiedName.substring(0, dot), qualifiedName.substring(dot + 1));
    }
}
