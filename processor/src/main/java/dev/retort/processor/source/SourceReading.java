package dev.retort.processor.source;

import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import dev.retort.op.Operations;
import dev.retort.processor.finding.Finding;
import dev.retort.processor.finding.FindingId;
import dev.retort.processor.finding.Findings;
import dev.retort.processor.finding.Location;
import dev.retort.processor.read.DeclaredRevision;
import dev.retort.processor.source.Values.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** The bodies of migrations to programs of operations. */
public final class SourceReading {
    private final Elements elements;
    private final SourceTrees trees;
    private final Findings findings;

    private SourceReading(Elements elements, SourceTrees trees, Findings findings) {
        this.elements = elements;
        this.trees = trees;
        this.findings = findings;
    }

    /** Whether the compiler shows syntax trees; javac does, also behind IntelliJ's wrapper. */
    public static boolean isPossible(ProcessingEnvironment environment) {
        return SourceTrees.of(environment).isPresent();
    }

    /**
     * A program for each revision, in the given order.
     *
     * @throws IllegalStateException where {@link #isPossible} is false
     */
    public static List<MigrationProgram> read(
            ProcessingEnvironment environment, List<DeclaredRevision> revisions, Findings findings) {
        SourceTrees trees = SourceTrees.of(environment)
                .orElseThrow(() -> new IllegalStateException("the compiler shows no syntax trees"));
        SourceReading reading = new SourceReading(environment.getElementUtils(), trees, findings);
        List<MigrationProgram> programs = new ArrayList<>();
        revisions.forEach(revision -> programs.add(reading.program(revision)));
        return programs;
    }

    private MigrationProgram program(DeclaredRevision revision) {
        TypeElement type = elements.getTypeElement(revision.className());
        Optional<ExecutableElement> upgrade = body(type, "upgrade");
        if (upgrade.isEmpty()) {
            findings.add(Finding.error(
                            FindingId.UnreadableOperation,
                            Location.of(type),
                            "no body of upgrade can be found for " + revision.simpleName())
                    .help("write one:\n@Override\npublic void upgrade(Operations op) {}"));
        }
        Optional<ExecutableElement> downgrade = body(type, "downgrade");
        return new MigrationProgram(
                revision,
                upgrade.map(this::instructions).orElse(List.of()),
                downgrade.map(this::instructions),
                Location.of(downgrade.<Element>map(method -> method).orElse(type)));
    }

    /** The method as this class has it, its own or inherited; not the empty default of {@code SchemaMigration}. */
    private Optional<ExecutableElement> body(TypeElement type, String name) {
        return ElementFilter.methodsIn(elements.getAllMembers(type)).stream()
                .filter(method -> method.getSimpleName().contentEquals(name)
                        && method.getParameters().size() == 1
                        && method.getParameters().get(0).asType().toString().equals(Operations.class.getName()))
                .filter(method -> !isOfInterface(method))
                .filter(method -> !method.getModifiers().contains(Modifier.ABSTRACT)
                        && !method.getModifiers().contains(Modifier.NATIVE))
                .findFirst();
    }

    private static boolean isOfInterface(ExecutableElement method) {
        Element owner = method.getEnclosingElement();
        return owner instanceof TypeElement type && type.getQualifiedName().contentEquals("dev.retort.SchemaMigration");
    }

    private List<Instruction> instructions(ExecutableElement method) {
        TypeElement owner = (TypeElement) Objects.requireNonNull(method.getEnclosingElement());
        Optional<Unit> unit = trees.unit(owner);
        Optional<MethodTree> tree = trees.method(method);
        if (unit.isEmpty() || tree.isEmpty()) {
            findings.add(Finding.error(
                            FindingId.UnreadableOperation,
                            Location.of(method),
                            "the source of " + owner.getSimpleName() + "." + method.getSimpleName()
                                    + " is not part of this compilation")
                    .help("write the method in the class of the migration: only source can be read"));
            return List.of();
        }
        OperationsRecorder recorder = new OperationsRecorder();
        Scope scope = Scope.root();
        for (VariableTree parameter : tree.get().getParameters()) {
            scope.put(parameter.getName().toString(), recorder);
        }
        if (tree.get().getBody() != null) {
            new Statements(elements, trees, findings, recorder::at)
                    .run(unit.get(), scope, tree.get().getBody());
        }
        return recorder.instructions(findings);
    }
}
