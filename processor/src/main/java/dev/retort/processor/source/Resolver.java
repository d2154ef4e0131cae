package dev.retort.processor.source;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberSelectTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * What a name in a class means, by the order of the Java Language Specification §6.4.1 and §6.5, found without
 * attribution: attribution would complain of classes that other processors have yet to write.
 */
final class Resolver {
    private final Elements elements;

    Resolver(Elements elements) {
        this.elements = elements;
    }

    /** The type that an expression such as {@code Outer.Inner} or {@code List} names. */
    Optional<TypeElement> type(Unit unit, ExpressionTree expression) {
        if (expression instanceof IdentifierTree identifier) {
            return simpleType(unit, identifier.getName().toString());
        }
        if (expression instanceof MemberSelectTree select) {
            String name = select.getIdentifier().toString();
            Optional<TypeElement> member = type(unit, select.getExpression()).flatMap(outer -> memberType(outer, name));
            return member.isPresent() ? member : Optional.ofNullable(elements.getTypeElement(select.toString()));
        }
        return Optional.empty();
    }

    /** The field that a simple name means where no local variable has it. */
    Optional<VariableElement> field(Unit unit, String name) {
        for (TypeElement type : enclosing(unit.type())) {
            Optional<VariableElement> field = fieldOf(type, name);
            if (field.isPresent()) {
                return field;
            }
        }
        return staticImports(unit, name).stream()
                .map(type -> fieldOf(type, name))
                .flatMap(Optional::stream)
                .findFirst();
    }

    Optional<VariableElement> fieldOf(TypeElement type, String name) {
        return ElementFilter.fieldsIn(elements.getAllMembers(type)).stream()
                .filter(field -> field.getSimpleName().contentEquals(name))
                .findFirst();
    }

    /**
     * The class whose method a simple name calls: the nearest enclosing class that has or inherits a method of that name,
     * else one that it is imported from.
     */
    Optional<TypeElement> methodOwner(Unit unit, String name) {
        for (TypeElement type : enclosing(unit.type())) {
            if (hasMethod(type, name, false)) {
                return Optional.of(type);
            }
        }
        return staticImports(unit, name).stream()
                .filter(type -> hasMethod(type, name, true))
                .findFirst();
    }

    boolean hasMethod(TypeElement type, String name, boolean onlyStatic) {
        return ElementFilter.methodsIn(elements.getAllMembers(type)).stream()
                .anyMatch(method -> method.getSimpleName().contentEquals(name)
                        && (!onlyStatic || method.getModifiers().contains(Modifier.STATIC)));
    }

    private Optional<TypeElement> simpleType(Unit unit, String name) {
        for (TypeElement type : enclosing(unit.type())) {
            if (type.getSimpleName().contentEquals(name)) {
                return Optional.of(type);
            }
            Optional<TypeElement> member = memberType(type, name);
            if (member.isPresent()) {
                return member;
            }
        }
        List<String> candidates = new ArrayList<>();
        for (ImportTree imported : unit.file().getImports()) {
            String qualified = imported.getQualifiedIdentifier().toString();
            if (qualified.endsWith("." + name)) {
                candidates.add(qualified);
            }
        }
        String ownPackage =
                elements.getPackageOf(unit.type()).getQualifiedName().toString();
        candidates.add(ownPackage.isEmpty() ? name : ownPackage + "." + name);
        for (ImportTree imported : unit.file().getImports()) {
            String qualified = imported.getQualifiedIdentifier().toString();
            if (qualified.endsWith(".*")) {
                candidates.add(qualified.substring(0, qualified.length() - 1) + name);
            }
        }
        candidates.add("java.lang." + name);
        return candidates.stream()
                .map(candidate -> Optional.ofNullable(elements.getTypeElement(candidate)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<TypeElement> memberType(TypeElement outer, String name) {
        return ElementFilter.typesIn(elements.getAllMembers(outer)).stream()
                .filter(type -> type.getSimpleName().contentEquals(name))
                .findFirst();
    }

    /** The classes that a member of this name may be imported from: imports of one name before those of all. */
    private List<TypeElement> staticImports(Unit unit, String name) {
        List<TypeElement> single = new ArrayList<>();
        List<TypeElement> onDemand = new ArrayList<>();
        for (ImportTree imported : unit.file().getImports()) {
            if (imported.isStatic() && imported.getQualifiedIdentifier() instanceof MemberSelectTree select) {
                TypeElement type =
                        elements.getTypeElement(select.getExpression().toString());
                if (type != null && select.getIdentifier().contentEquals(name)) {
                    single.add(type);
                } else if (type != null && select.getIdentifier().contentEquals("*")) {
                    onDemand.add(type);
                }
            }
        }
        single.addAll(onDemand);
        return single;
    }

    private static List<TypeElement> enclosing(TypeElement type) {
        List<TypeElement> types = new ArrayList<>();
        for (Element at = type; at != null && isType(at.getKind()); at = at.getEnclosingElement()) {
            types.add((TypeElement) at);
        }
        return types;
    }

    private static boolean isType(ElementKind kind) {
        return kind.isClass() || kind.isInterface();
    }
}
