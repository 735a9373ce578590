package webhookinspector.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import webhookinspector.faults.Fault;

/** Reads a fault of the local Asana: {@code lost:0.01}, {@code late,by=PT20M,on=events}. */
final class FaultConverter implements ITypeConverter<Fault> {

  @Override
  public Fault convert(String text) {
    try {
      return Fault.parse(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
