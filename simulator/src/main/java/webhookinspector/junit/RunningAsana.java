package webhookinspector.junit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import org.jspecify.annotations.Nullable;
import webhookinspector.rest.Call;
import webhookinspector.rest.Reply;
import webhookinspector.sender.Attempt;
import webhookinspector.simulator.Changes;
import webhookinspector.simulator.Simulator;
import webhookinspector.simulator.SimulatorSettings;

/** A local Asana that keeps a diary of all that is done to it, until it is closed. */
final class RunningAsana implements LocalAsana, AutoCloseable {

  private final Simulator simulator;
  private final SimulatorSettings settings;
  private final Diary diary;
  private final Changes changes;
  private volatile boolean closed;

  RunningAsana(Simulator simulator, SimulatorSettings settings) {
    this.simulator = simulator;
    this.settings = settings;
    this.diary = new Diary(simulator);
    this.changes = told(simulator.changes(), "");
    simulator.onCall(this::heard);
  }

  @Override
  public Simulator simulator() {
    return simulator;
  }

  @Override
  public Changes changes() {
    return changes;
  }

  @Override
  public void note(String text) {
    diary.write(text);
  }

  @Override
  public List<Attempt> attempts() {
    long begun = diary.begun();
    return simulator.attempts().stream().filter(each -> each.number() > begun).toList();
  }

  void begin(String test) {
    diary.begin(test);
  }

  String story() {
    return new Story(simulator, settings, diary).text();
  }

  boolean closed() {
    return closed;
  }

  @Override
  public void close() {
    closed = true;
    simulator.close();
  }

  /** Reads change nothing, so they are told only when they are refused. */
  private void heard(Call call, Reply reply) {
    if (!call.method().equals("GET") || reply.status() >= 400) {
      diary.write(Sentences.call(call, reply));
    }
  }

  /** Any change that Asana knows, now or later, is written down by the name of its method. */
  private Changes told(Changes real, String who) {
    return (Changes)
        Proxy.newProxyInstance(
            Changes.class.getClassLoader(),
            new Class<?>[] {Changes.class},
            (proxy, method, arguments) -> change(real, who, method, arguments));
  }

  private @Nullable Object change(
      Changes real, String who, Method method, Object @Nullable [] arguments) throws Throwable {
    Object[] given = arguments == null ? new Object[0] : arguments;
    Object result;
    try {
      result = method.invoke(real, given);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
    if (result instanceof Changes others) {
      return told(others, Sentences.by(given));
    }
    if (Sentences.changes(method)) {
      diary.write(Sentences.change(method, given, result) + who);
    }
    return result;
  }
}
