package webhookinspector.web.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import webhookinspector.web.SimulatorControls;
import webhookinspector.web.SimulatorJson;

/** {@link SimulatorControls} through the admin port. */
final class HttpSimulator implements SimulatorControls {

  private final Exchange exchange;

  HttpSimulator(Exchange exchange) {
    this.exchange = exchange;
  }

  @Override
  public @Nullable State state() {
    return SimulatorJson.read(exchange.get("/simulator"));
  }

  @Override
  public void change(int count) {
    exchange.send("POST", "/simulator/changes", SimulatorJson.number("count", count));
  }

  @Override
  public void addTask(String name) {
    exchange.send("POST", "/simulator/changes", SimulatorJson.text("task", name));
  }

  @Override
  public void team(double changesPerSecond) {
    exchange.send(
        "PUT", "/simulator/team", SimulatorJson.number("changesPerSecond", changesPerSecond));
  }

  @Override
  public void advance(Duration by) {
    exchange.send("POST", "/simulator/clock", SimulatorJson.text("advance", by.toString()));
  }

  @Override
  public void inject(String text) {
    exchange.send("POST", "/simulator/faults", SimulatorJson.text("fault", text));
  }

  @Override
  public void play(String scenario) {
    exchange.send("POST", "/simulator/faults", SimulatorJson.text("scenario", scenario));
  }

  @Override
  public void remove(int number) {
    exchange.send("DELETE", "/simulator/faults/" + number, "");
  }

  @Override
  public void behave() {
    exchange.send("DELETE", "/simulator/faults", "");
  }
}
