package webhookinspector.conform;

import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** For build servers: JUnit XML, a suite a group and a test case a check. */
public final class JUnitReport {

  private final XMLStreamWriter xml;

  private JUnitReport(XMLStreamWriter xml) {
    this.xml = xml;
  }

  /** The whole document. A warning is a passed test case with a line on its system-out. */
  public static String of(Report report) {
    var text = new StringWriter();
    try {
      var writer = new JUnitReport(XMLOutputFactory.newFactory().createXMLStreamWriter(text));
      writer.document(report);
    } catch (XMLStreamException e) {
      throw new IllegalStateException("XML cannot be written to memory", e);
    }
    return text.append('\n').toString();
  }

  private void document(Report report) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("testsuites");
    attribute("name", "conformance of " + report.target());
    counts(report.results(), report.took());
    for (Group group : Group.values()) {
      List<Result> results =
          report.results().stream().filter(result -> result.check().group() == group).toList();
      if (!results.isEmpty()) {
        suite(group, results);
      }
    }
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private void suite(Group group, List<Result> results) throws XMLStreamException {
    xml.writeStartElement("testsuite");
    attribute("name", "conform." + group.word());
    Duration took = results.stream().map(Result::took).reduce(Duration.ZERO, Duration::plus);
    counts(results, took);
    for (Result result : results) {
      xml.writeStartElement("testcase");
      attribute("classname", "conform." + group.word());
      attribute("name", result.check().id());
      attribute("time", seconds(result.took()));
      inside(result);
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private void inside(Result result) throws XMLStreamException {
    switch (result.outcome()) {
      case Outcome.Passed _ -> {}
      case Outcome.Failed(String says) -> {
        xml.writeStartElement("failure");
        attribute("type", result.mistake().words());
        attribute("message", says);
        xml.writeCharacters(legal(evidence(result)));
        xml.writeEndElement();
      }
      case Outcome.Warned(String says) -> {
        xml.writeStartElement("system-out");
        xml.writeCharacters(legal("warned: " + says + "\n" + evidence(result)));
        xml.writeEndElement();
      }
      case Outcome.Skipped(String why) -> {
        xml.writeStartElement("skipped");
        attribute("message", why);
        xml.writeEndElement();
      }
    }
  }

  private static String evidence(Result result) {
    Check check = result.check();
    var text = new StringBuilder(check.title()).append("\nWhy: ").append(check.why());
    text.append("\nMend: ").append(result.mend());
    if (!result.exchanges().isEmpty()) {
      Exchange last = result.exchanges().getLast();
      text.append("\n\nSent:\n").append(last.sent());
      text.append("\n\nCame back:\n").append(last.cameBack());
    }
    return text.append('\n').toString();
  }

  private void counts(List<Result> results, Duration took) throws XMLStreamException {
    attribute("tests", Integer.toString(results.size()));
    attribute("failures", Long.toString(count(results, Outcome.Failed.class)));
    attribute("errors", "0");
    attribute("skipped", Long.toString(count(results, Outcome.Skipped.class)));
    attribute("time", seconds(took));
  }

  private static long count(List<Result> results, Class<? extends Outcome> kind) {
    return results.stream().filter(result -> kind.isInstance(result.outcome())).count();
  }

  private void attribute(String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, legal(value));
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.3f", time.toNanos() / 1e9);
  }

  /** XML 1.0 cannot hold most control characters at all; what is left of them becomes U+FFFD. */
  private static String legal(String text) {
    return text.codePoints()
        .map(c -> c == '\n' || c == '\t' || (c >= ' ' && c <= 0xd7ff) || c >= 0xe000 ? c : 0xfffd)
        .map(c -> c == 0xfffe || c == 0xffff ? 0xfffd : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
