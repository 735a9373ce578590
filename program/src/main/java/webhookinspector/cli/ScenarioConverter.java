package webhookinspector.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import webhookinspector.faults.Scenario;

/** Finds a scenario of the local Asana by its name. */
final class ScenarioConverter implements ITypeConverter<Scenario> {

  @Override
  public Scenario convert(String name) {
    try {
      return Scenario.named(name);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
