package webhookinspector.junit;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import webhookinspector.sender.Attempt;
import webhookinspector.simulator.Changes;
import webhookinspector.simulator.Simulator;
import webhookinspector.simulator.SimulatorSettings;

/**
 * A local Asana in a field of a test class, started on a free port and always closed:
 *
 * <pre>{@code
 * @RegisterExtension
 * static final AsanaSimulator asana = AsanaSimulator.perClass().seed(7);
 * }</pre>
 *
 * <p>The field is the handle. Tests that run at the same time need one each: use {@link
 * #perMethod()} in a field that is not static, or {@link WithAsana}.
 */
public final class AsanaSimulator
    implements LocalAsana,
        BeforeAllCallback,
        BeforeEachCallback,
        AfterEachCallback,
        AfterAllCallback {

  private final Life life;
  private final Keeper keeper = new Keeper(Namespace.create(AsanaSimulator.class, this));
  private SimulatorSettings settings = SimulatorSettings.DEFAULTS;
  private volatile @Nullable RunningAsana current;

  private AsanaSimulator(Life life) {
    this.life = life;
  }

  /** One for all tests of the class; the field must be static. */
  public static AsanaSimulator perClass() {
    return new AsanaSimulator(Life.PER_CLASS);
  }

  /** A fresh one for each test. */
  public static AsanaSimulator perMethod() {
    return new AsanaSimulator(Life.PER_METHOD);
  }

  /** The same seed, script and start give byte-identical deliveries. */
  public AsanaSimulator seed(long seed) {
    return with(each -> each.withSeed(seed));
  }

  /** A clock that stands still until it is advanced: for tests that must repeat. */
  public AsanaSimulator stoppedAt(Instant start) {
    return with(each -> each.stoppedAt(start));
  }

  /** Any other setting, faults included; holds for what is started afterwards. */
  public AsanaSimulator with(UnaryOperator<SimulatorSettings> change) {
    settings = change.apply(settings);
    return this;
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    if (life == Life.PER_CLASS) {
      current = keeper.started(context, settings);
    }
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    RunningAsana asana =
        life == Life.PER_METHOD ? startedForOneTest(context) : keeper.running(context).orElse(null);
    if (asana == null) {
      throw new IllegalStateException(
          "AsanaSimulator.perClass(): in a field that is not static (expected: a static field, or"
              + " perMethod())");
    }
    asana.begin(context.getDisplayName());
    current = asana;
  }

  private synchronized RunningAsana startedForOneTest(ExtensionContext context) {
    if (running() != null) {
      throw new IllegalStateException(
          "AsanaSimulator.perMethod(): two tests run at once with one static field (expected: a"
              + " field that is not static, or @WithAsana)");
    }
    RunningAsana asana = keeper.startedAnew(context, settings);
    current = asana;
    return asana;
  }

  @Override
  public void afterEach(ExtensionContext context) {
    keeper.tellFailure(context);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    keeper.tellFailure(context);
  }

  private @Nullable RunningAsana running() {
    RunningAsana asana = current;
    return asana == null || asana.closed() ? null : asana;
  }

  private RunningAsana mustRun() {
    RunningAsana asana = running();
    if (asana == null) {
      throw new IllegalStateException(
          "AsanaSimulator: not running (expected: @RegisterExtension on its field, and use within "
              + (life == Life.PER_CLASS ? "the tests of the class)" : "one test)"));
    }
    return asana;
  }

  @Override
  public Simulator simulator() {
    return mustRun().simulator();
  }

  @Override
  public Changes changes() {
    return mustRun().changes();
  }

  @Override
  public void note(String text) {
    mustRun().note(text);
  }

  @Override
  public List<Attempt> attempts() {
    return mustRun().attempts();
  }
}
