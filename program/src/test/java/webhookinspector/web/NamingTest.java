package webhookinspector.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import webhookinspector.feed.Examples;

class NamingTest {

  private final MemoryAdmin admin = new MemoryAdmin();

  @BeforeEach
  void arrive() {
    admin.add(Examples.completed(41));
    admin.add(Examples.completed(43));
  }

  @ParameterizedTest
  @ValueSource(strings = {"43", "#43", " 43 ", "01J9ZZZZZZ0000000000000043"})
  void findsByNumberAndById(String name) {
    assertThat(Naming.find(admin, name).line().position()).isEqualTo(43);
  }

  @ParameterizedTest
  @ValueSource(strings = {"42", "#44", "999999999999999999"})
  void doesNotTakeANeighbourForTheNumber(String name) {
    assertThatThrownBy(() -> Naming.find(admin, name))
        .isInstanceOfSatisfying(
            Refusal.class, r -> assertThat(r.code()).isEqualTo(Refusal.Code.NOT_FOUND))
        .hasMessageStartingWith("delivery: " + name);
  }

  @Test
  void takesAZeroForTheStartOfAnId() {
    assertThatThrownBy(() -> Naming.find(admin, "0"))
        .isInstanceOfSatisfying(
            Refusal.class, r -> assertThat(r.code()).isEqualTo(Refusal.Code.AMBIGUOUS));
  }
}
