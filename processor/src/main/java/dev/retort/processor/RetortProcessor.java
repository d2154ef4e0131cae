package dev.retort.processor;

import com.google.auto.service.AutoService;
import dev.retort.processor.chain.Chain;
import dev.retort.processor.dialect.DatabaseDialect;
import dev.retort.processor.entity.HibernateVersions;
import dev.retort.processor.finding.Finding;
import dev.retort.processor.finding.FindingId;
import dev.retort.processor.finding.Findings;
import dev.retort.processor.finding.Location;
import dev.retort.processor.finding.RefusedException;
import dev.retort.processor.finding.Reporter;
import dev.retort.processor.generate.Generation;
import dev.retort.processor.generate.Scripts;
import dev.retort.processor.read.Declarations;
import dev.retort.processor.read.Environment;
import dev.retort.processor.read.Options;
import dev.retort.processor.read.Reading;
import dev.retort.processor.read.Suppressions;
import dev.retort.processor.read.WritingOptions;
import dev.retort.processor.source.SourceReading;
import dev.retort.processor.sql.RevisionSql;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Retort in {@code javac}: checks migrations against the model and writes the registry. */
@AutoService(Processor.class)
public final class RetortProcessor extends AbstractProcessor {
    private @Nullable Declarations declarations;
    private boolean isDone;
    private boolean hasModel;

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        declarations = new Declarations(environment.getElementUtils());
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Declarations.annotations();
    }

    @Override
    public Set<String> getSupportedOptions() {
        return Options.names();
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        Declarations declared = Objects.requireNonNull(declarations);
        declared.add(round);
        // What other processors have yet to write is waited for: its round comes after this one.
        boolean canWait =
                !round.processingOver() && (declared.hasUnresolvedTypes() || declared.isRewrittenByLombok(round));
        if (!isDone && !canWait && declared.useRetort(WritingOptions.asksForRevision(processingEnv.getOptions()))) {
            isDone = true;
            run(declared);
        }
        return false;
    }

    private void run(Declarations declared) {
        Reporter reporter = new Reporter(processingEnv.getMessager());
        try {
            run(declared, reporter);
        } catch (FilerException taken) {
            reporter.failure("a class that has to be generated is there already: " + taken.getMessage()
                    + "; rename yours, or choose another registry: @MigrationEnvironment(registry = \"…\")");
        } catch (IOException failed) {
            reporter.failure("the registry cannot be written: " + failed.getMessage());
        } catch (RuntimeException | LinkageError fault) {
            reporter.failure(describe(fault));
        }
    }

    private void run(Declarations declared, Reporter reporter) throws IOException {
        Findings findings = new Findings();
        Options options = options(findings);
        List<Environment> environments = Reading.read(
                declared, processingEnv.getElementUtils(), processingEnv.getTypeUtils(), options, findings);
        findRuntime(environments, findings);
        Suppressions.check(declared, findings);
        reporter.report(findings);
        // Where javac itself cannot resolve the classes, its own errors say all there is to say.
        boolean canVerify = !findings.hasErrors() && !declared.hasUnresolvedTypes();
        boolean showsTrees = SourceReading.isPossible(processingEnv);
        if (!showsTrees && !environments.isEmpty()) {
            reporter.note("this compiler shows no syntax trees: the chain of revisions is checked, but drift is"
                    + " found and SQL is written by javac only; registries compiled here refuse to migrate");
        }
        List<String> registries = new ArrayList<>();
        Generation generation = new Generation(processingEnv.getFiler(), processingEnv.getElementUtils());
        for (Environment environment : environments) {
            if (canVerify && !showsTrees) {
                verifyChain(environment, reporter);
            }
            List<RevisionSql> revisions = canVerify && showsTrees ? verify(environment, options, reporter) : List.of();
            if (!showsTrees && !registries.contains(environment.registry())) {
                generation.writeRefusal(environment.registry(), environment.revisions());
                registries.add(environment.registry());
            } else if (!registries.contains(environment.registry())) {
                List<String> dialects = environment.dialects().stream()
                        .map(DatabaseDialect::toString)
                        .toList();
                generation.write(environment.registry(), dialects, revisions, environment.revisions());
                if (options.scripts()) {
                    new Scripts(processingEnv.getFiler()).write(environment.registry(), dialects, revisions);
                }
                registries.add(environment.registry());
            }
        }
        generation.writeServices(registries);
        if (hasModel) {
            Findings versions = new Findings();
            HibernateVersions.compare(processingEnv, versions);
            reporter.report(versions);
        }
    }

    private Options options(Findings findings) {
        try {
            return Options.read(processingEnv.getOptions());
        } catch (RefusedException invalid) {
            findings.add(Finding.error(
                            FindingId.InvalidEnvironment, Location.nowhere(), String.valueOf(invalid.getMessage()))
                    .help(invalid.help()));
            return Options.read(Map.of());
        }
    }

    private void findRuntime(List<Environment> environments, Findings findings) {
        if (processingEnv.getElementUtils().getTypeElement("dev.retort.runtime.MigrationRegistry") == null
                && !environments.isEmpty()) {
            findings.add(Finding.error(
                            FindingId.InvalidEnvironment,
                            environments.get(0).place(),
                            "the registry needs retort-runtime, which is not on the class path")
                    .help("add the dependency dev.retort:retort-runtime"));
        }
    }

    /** A fault of our own is one line too: whoever compiles can do nothing with a stack trace. */
    private static String describe(Throwable fault) {
        StackTraceElement[] trace = fault.getStackTrace();
        return "a fault of its own, please report it: " + fault + (trace.length == 0 ? "" : " at " + trace[0]);
    }

    /** All that can be done without the bodies of migrations. */
    private static void verifyChain(Environment environment, Reporter reporter) {
        Findings findings = new Findings();
        Chain.verify(environment.revisions(), findings);
        reporter.report(findings);
    }

    private List<RevisionSql> verify(Environment environment, Options options, Reporter reporter) {
        Findings findings = new Findings();
        Verification verification = new Verification(processingEnv, options);
        List<RevisionSql> revisions = List.of();
        try {
            revisions = verification.verify(environment, findings).orElse(List.of());
        } catch (RuntimeException | LinkageError fault) {
            // The registry is still written, so that no missing class hides what is said here.
            reporter.failure(describe(fault));
        }
        reporter.report(findings);
        hasModel |= verification.hasModel();
        if (!verification.hasModel() && !findings.hasErrors()) {
            reporter.note("no entity is in view of the registry " + environment.registry()
                    + ": its migrations are checked, but compared with no model");
        }
        return revisions;
    }
}
