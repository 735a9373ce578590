package webhookinspector.junit;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;
import webhookinspector.simulator.SimulatorSettings;

/** Does what {@link WithAsana} asks for. Keeps everything in JUnit's store, so it is parallel. */
final class WithAsanaExtension
    implements BeforeAllCallback,
        BeforeEachCallback,
        AfterEachCallback,
        AfterAllCallback,
        ParameterResolver {

  private final Keeper keeper = new Keeper(Namespace.create(WithAsana.class));

  @Override
  public void beforeAll(ExtensionContext context) {
    onClass(context)
        .filter(asked -> asked.life() == Life.PER_CLASS)
        .ifPresent(asked -> keeper.started(context, settings(asked)));
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    WithAsana asked = onMethod(context).or(() -> onClass(context)).orElseThrow();
    boolean shared = asked.life() == Life.PER_CLASS && onMethod(context).isEmpty();
    RunningAsana asana =
        shared
            ? keeper.started(context, settings(asked))
            : keeper.startedAnew(context, settings(asked));
    asana.begin(context.getDisplayName());
  }

  @Override
  public void afterEach(ExtensionContext context) {
    keeper.tellFailure(context);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    keeper.tellFailure(context);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == LocalAsana.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return keeper
        .running(context)
        .orElseThrow(
            () ->
                new ParameterResolutionException(
                    parameter.getParameter().getName()
                        + ": no local Asana yet (expected: a parameter of a test, @BeforeEach or"
                        + " @AfterEach; for @BeforeAll say @WithAsana(life = PER_CLASS))"));
  }

  private static Optional<WithAsana> onMethod(ExtensionContext context) {
    return AnnotationSupport.findAnnotation(context.getTestMethod(), WithAsana.class);
  }

  private static Optional<WithAsana> onClass(ExtensionContext context) {
    return AnnotationSupport.findAnnotation(
        context.getRequiredTestClass(), WithAsana.class, context.getEnclosingTestClasses());
  }

  private static SimulatorSettings settings(WithAsana asked) {
    SimulatorSettings settings = SimulatorSettings.DEFAULTS.withSeed(asked.seed());
    if (asked.stoppedAt().isEmpty()) {
      return settings;
    }
    try {
      return settings.stoppedAt(Instant.parse(asked.stoppedAt()));
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "stoppedAt: " + asked.stoppedAt() + " (expected: a time such as 2026-06-12T08:30:00Z)",
          e);
    }
  }
}
