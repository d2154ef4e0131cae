package dev.retort.processor.diff;

import dev.retort.processor.finding.FindingId;
import dev.retort.processor.finding.Location;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.operation.ViewOperation;
import dev.retort.processor.schema.DatabaseObject;
import dev.retort.processor.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Views that the model makes (Hibernate's {@code @View}), compared by their text. Of a view that only the migrations have
 * nothing is said, be an entity mapped to it or not: its columns are not known.
 */
final class ViewAspect implements Aspect {

    @Override
    public List<Difference> compare(Comparison comparison) {
        List<Difference> differences = new ArrayList<>();
        for (DatabaseObject object : comparison.model().schema().objects()) {
            // One that createObject made is compared as such.
            if (comparison.head().object(object.name()).isEmpty()) {
                ModelObjects.view(object)
                        .flatMap(view -> compare(comparison, view))
                        .ifPresent(differences::add);
            }
        }
        return differences;
    }

    private static Optional<Difference> compare(Comparison comparison, View wanted) {
        Optional<View> declared = comparison.head().extras().view(wanted.name());
        String mappedBy = comparison.mappedBy(comparison.model().origins().table(wanted.name()));
        if (declared.isEmpty()) {
            return Optional.of(difference(
                    comparison,
                    wanted,
                    "there is no view " + wanted.name() + mappedBy,
                    List.of(new ViewOperation.CreateView(wanted))));
        }
        String view = "view " + wanted.name() + mappedBy + (mappedBy.isEmpty() ? "" : ",");
        Optional<Location> declaredAt = comparison.provenance().view(wanted.name());
        if (!comparison.isSameName(declared.get().name(), wanted.name())) {
            // Made anew, with its text, which need not be looked at then.
            return Optional.of(difference(
                            comparison,
                            wanted,
                            view + Comparison.isWritten(declared.get().name()),
                            List.of(
                                    new ViewOperation.DropView(declared.get().name()),
                                    new ViewOperation.CreateView(wanted)))
                    .declaredAt(declaredAt));
        }
        String family = comparison.dialect().family().word();
        String text = declared.get().query().in(family).orElse("");
        String modelled = wanted.query().in(family).orElseThrow();
        return SqlText.same(text, modelled)
                ? Optional.empty()
                : Optional.of(difference(
                                comparison,
                                wanted,
                                view + " is " + quoted(text) + ", but the model makes it by " + quoted(modelled),
                                List.of(new ViewOperation.ReplaceView(wanted)))
                        .declaredAt(declaredAt));
    }

    private static Difference difference(Comparison comparison, View view, String summary, List<Operation> cure) {
        Location place = comparison.at(comparison.model().origins().table(view.name()));
        return Difference.drift(FindingId.TableDrift, summary, place, cure).about(view.name());
    }

    private static String quoted(String sql) {
        return "\"" + sql.strip().replaceAll("\\s+", " ") + "\"";
    }
}
