package webhookinspector.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import webhookinspector.sender.SenderSettings;
import webhookinspector.subscriptions.Limits;

class SettingsAreDocumentedTest {

  @ParameterizedTest
  @ValueSource(classes = {SimulatorSettings.class, SenderSettings.class, Limits.class})
  void everySettingStandsInTheDocs(Class<?> settings) throws IOException {
    Path docs = Path.of(System.getProperty("project.root", "..")).resolve("docs/simulator.md");
    String text = Files.readString(docs);
    assertThat(settings.getRecordComponents())
        .extracting(RecordComponent::getName)
        .allSatisfy(name -> assertThat(text).contains("`" + name + "`"));
  }
}
