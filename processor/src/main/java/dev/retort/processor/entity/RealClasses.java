package dev.retort.processor.entity;

import dev.retort.processor.unit.Resource;
import dev.retort.processor.unit.Resources;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Type;

/**
 * The code of classes that Hibernate runs: from the class path, or for sources of this compilation, compiled in memory
 * with all they refer to.
 */
final class RealClasses {
    private static final int CONSTANT_CLASS = 7;

    private final ModelTypes types;
    private final InMemoryCompiler compiler;
    private final Resources resources;
    private final Map<String, byte[]> compiled = new HashMap<>();
    private final Map<String, String> failures = new LinkedHashMap<>();

    RealClasses(ModelTypes types, InMemoryCompiler compiler, Resources resources) {
        this.types = types;
        this.compiler = compiler;
        this.resources = resources;
    }

    /** The code of a class of this compilation, where Hibernate needs it. */
    Optional<byte[]> compiled(String binaryName) {
        return Optional.ofNullable(compiled.get(binaryName));
    }

    /** Classes inside this one that the sources give no name, such as constants with a body. */
    Set<String> namelessIn(String binaryName) {
        return compiled.keySet().stream()
                .filter(name -> name.startsWith(binaryName + "$"))
                .filter(name -> types.find(name).isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Why the code of a class is not there. */
    Optional<String> failure(String binaryName) {
        return Optional.ofNullable(failures.get(binaryName));
    }

    /**
     * Compiles these and what their code refers to, other than mapped classes: a converter asks the constants of its
     * enumeration for their codes.
     */
    void compile(Set<TypeElement> roots) {
        Map<String, byte[]> all = new HashMap<>();
        Set<String> compiledFiles = new LinkedHashSet<>();
        Deque<TypeElement> todo = new ArrayDeque<>();
        roots.stream().filter(types::isSource).forEach(todo::add);
        while (!todo.isEmpty()) {
            compileFiles(Set.copyOf(todo), compiledFiles, all);
            Deque<TypeElement> next = new ArrayDeque<>();
            for (TypeElement type : todo) {
                takeOver(type, all)
                        .forEach(reference -> types.find(reference)
                                .filter(found -> !compiled.containsKey(reference) && !failures.containsKey(reference))
                                .filter(found -> types.isSource(found) && !types.isMapped(found))
                                .ifPresent(next::add));
            }
            todo = next;
        }
    }

    private void compileFiles(Set<TypeElement> wanted, Set<String> compiledFiles, Map<String, byte[]> all) {
        Map<String, TypeElement> files = new LinkedHashMap<>();
        wanted.stream()
                .sorted((one, other) -> types.binaryName(one).compareTo(types.binaryName(other)))
                .forEach(type -> types.sources().fileName(type).ifPresent(file -> files.putIfAbsent(file, type)));
        files.keySet().removeAll(compiledFiles);
        compiledFiles.addAll(files.keySet());

        InMemoryCompiler.Compiled asWritten = compiler.compile(texts(files, true));
        all.putAll(asWritten.classes());
        files.keySet().retainAll(asWritten.errors().keySet());
        // Perhaps another processor, as Lombok, has added what the text lacks.
        InMemoryCompiler.Compiled asProcessed = compiler.compile(texts(files, false));
        all.putAll(asProcessed.classes());
        files.keySet().retainAll(asProcessed.errors().keySet());
        wanted.forEach(type -> types.sources()
                .fileName(type)
                .filter(files::containsKey)
                .ifPresent(file -> failures.put(
                        types.binaryName(type),
                        String.valueOf(asWritten.errors().get(file)))));
    }

    private Map<String, String> texts(Map<String, TypeElement> files, boolean written) {
        Map<String, String> texts = new LinkedHashMap<>();
        files.forEach((file, type) -> (written
                        ? types.sources().text(type)
                        : types.sources().presentText(type))
                .ifPresent(text -> texts.put(file, LombokVal.inJava(text))));
        return texts;
    }

    /** Takes a class and the nameless and nested ones in it, and returns what they refer to. */
    private Set<String> takeOver(TypeElement type, Map<String, byte[]> all) {
        String name = types.binaryName(type);
        Map<String, byte[]> taken = all.entrySet().stream()
                .filter(entry -> entry.getKey().equals(name) || entry.getKey().startsWith(name + "$"))
                .filter(entry ->
                        types.find(entry.getKey()).filter(types::isMapped).isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        if (!taken.containsKey(name)) {
            failures.putIfAbsent(name, "its source cannot be compiled by itself");
        }
        compiled.putAll(taken);
        return taken.values().stream()
                .flatMap(RealClasses::references)
                .filter(reference -> !compiled.containsKey(reference))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Stream<String> references(byte[] bytes) {
        ClassReader reader = new ClassReader(bytes);
        char[] buffer = new char[reader.getMaxStringLength()];
        Set<String> names = new LinkedHashSet<>();
        for (int i = 1; i < reader.getItemCount(); i++) {
            int offset = reader.getItem(i);
            if (offset > 0 && reader.readByte(offset - 1) == CONSTANT_CLASS) {
                Type type = Type.getObjectType(reader.readUTF8(offset, buffer));
                Type element = type.getSort() == Type.ARRAY ? type.getElementType() : type;
                if (element.getSort() == Type.OBJECT) {
                    names.add(element.getClassName());
                }
            }
        }
        return names.stream();
    }

    /** The class file of a type that is not of this compilation. */
    Optional<byte[]> onClassPath(String binaryName) {
        int dot = binaryName.lastIndexOf('.');
        String pack = binaryName.substring(0, Math.max(dot, 0));
        String file = binaryName.substring(dot + 1) + ".class";
        return resources
                .inPackage(types.find(binaryName).flatMap(types::moduleOf), pack, file)
                .map(Resource::content);
    }
}
