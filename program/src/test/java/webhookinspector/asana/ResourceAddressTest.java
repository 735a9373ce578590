package webhookinspector.asana;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceAddressTest {

  @ParameterizedTest
  @CsvSource({
    "1200000000000101,1200000000000101",
    "' 101 ',101",
    "https://app.asana.com/0/101/list,101",
    "https://app.asana.com/0/101/board,101",
    "https://app.asana.com/0/101,101",
    "https://app.asana.com/0/101/101,101",
    "https://app.asana.com/0/101/555,555",
    "https://app.asana.com/0/101/555/f,555",
    "https://app.asana.com/0/0/555/f,555",
    "https://app.asana.com/0/home/7/555,555",
    "https://app.asana.com/0/inbox/7/555/909,555",
    "https://app.asana.com/0/search/31/555,555",
    "https://app.asana.com/0/portfolio/44/list,44",
    "app.asana.com/0/101/555,555",
    "https://app.asana.com/1/5/project/101/list/77,101",
    "https://app.asana.com/1/5/project/101,101",
    "https://app.asana.com/1/5/project/101/task/555,555",
    "https://app.asana.com/1/5/project/101/task/555/comment/66?focus=true,555",
    "https://app.asana.com/1/5/task/555,555",
    "https://app.asana.com/1/5/portfolio/44,44",
    "https://app.asana.com/1/5/goal/33,33",
    "https://app.asana.com/1/5/home/project/101/task/555,555"
  })
  void findsWhatIsMeant(String typed, String gid) {
    assertThat(ResourceAddress.gid(typed)).isEqualTo(gid);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Build board",
        "-5",
        "101x",
        "https://app.asana.com/",
        "https://app.asana.com/0/home/7",
        "https://app.asana.com/0/inbox/7",
        "https://app.asana.com/0/0",
        "https://app.asana.com/1/5/home",
        "https://app.asana.com/1/5/project/board",
        "https://app.asana.com/2/5/project/101",
        "https://evil.test/0/101/555",
        "https://app.asana.com.evil.test/0/101",
        "https://app.asana.com@evil.test/0/101",
        "https://app.asana.com/api/1.0/projects/101",
        "http://[/0/1"
      })
  void refusesWhatNamesNothingToWatch(String typed) {
    assertThatThrownBy(() -> ResourceAddress.gid(typed))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("resource: " + typed)
        .hasMessageContaining("copy the address");
  }
}
