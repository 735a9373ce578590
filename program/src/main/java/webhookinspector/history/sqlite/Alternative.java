package webhookinspector.history.sqlite;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import webhookinspector.history.FilterExpression;
import webhookinspector.history.FilterExpression.And;
import webhookinspector.history.FilterExpression.Before;
import webhookinspector.history.FilterExpression.Is;
import webhookinspector.history.FilterExpression.Or;
import webhookinspector.history.FilterExpression.Since;
import webhookinspector.history.FilterExpression.Words;
import webhookinspector.history.FilterField;
import webhookinspector.history.FilterProblem;

/**
 * Conditions that must all hold of one row. A filter is a list of alternatives, each of which finds
 * its own way through the indices.
 *
 * @param facets over the fields of a shape only
 * @param keys on gids and the id
 */
record Alternative(
    FilterExpression facets,
    List<Is> keys,
    List<Since> since,
    List<Before> before,
    List<Words> words) {

  /** Each one is a search of its own. */
  static final int MOST = 64;

  private static final Alternative ANY =
      new Alternative(FilterExpression.ALL, List.of(), List.of(), List.of(), List.of());

  /**
   * @throws FilterProblem if there are too many
   */
  static List<Alternative> of(FilterExpression filter) {
    if (isOfFacets(filter)) {
      return List.of(ANY.with(filter));
    }
    return switch (filter) {
      case Or or -> few(or.parts().stream().flatMap(part -> of(part).stream()).toList());
      case And and -> all(and.parts());
      default -> List.of(ANY.with(filter));
    };
  }

  private static List<Alternative> all(List<FilterExpression> parts) {
    List<Alternative> all = List.of(ANY);
    for (FilterExpression part : parts) {
      List<Alternative> more = of(part);
      all = few(all.stream().flatMap(one -> more.stream().map(one::and)).toList());
    }
    return all;
  }

  private static List<Alternative> few(List<Alternative> alternatives) {
    if (alternatives.size() > MOST) {
      throw new FilterProblem(
          1, "more than " + MOST + " combinations of or (expected: fewer); ask in several filters");
    }
    return alternatives;
  }

  private static boolean isOfFacets(FilterExpression filter) {
    return switch (filter) {
      case Is is -> Shape.holds(is.field());
      case And and -> and.parts().stream().allMatch(Alternative::isOfFacets);
      case Or or -> or.parts().stream().allMatch(Alternative::isOfFacets);
      case Since _, Before _, Words _ -> false;
    };
  }

  private Alternative with(FilterExpression one) {
    return switch (one) {
      case Is is when !Shape.holds(is.field()) ->
          new Alternative(facets, List.of(is), since, before, words);
      case Since start -> new Alternative(facets, keys, List.of(start), before, words);
      case Before end -> new Alternative(facets, keys, since, List.of(end), words);
      case Words some -> new Alternative(facets, keys, since, before, List.of(some));
      case Is _, And _, Or _ -> new Alternative(one, keys, since, before, words);
    };
  }

  private Alternative and(Alternative other) {
    return new Alternative(
        new And(List.of(facets, other.facets)),
        both(keys, other.keys),
        both(since, other.since),
        both(before, other.before),
        both(words, other.words));
  }

  private static <T> List<T> both(List<T> one, List<T> other) {
    return Stream.concat(one.stream(), other.stream()).distinct().toList();
  }

  /** What a field must be. */
  Optional<Is> exactly(FilterField field) {
    return keys.stream().filter(key -> key.field() == field && !key.negated()).findFirst();
  }

  /** Whether it asks nothing of events but what the shape tells. */
  boolean asksOnlyFacetsOfEvents() {
    return keys.stream().allMatch(key -> key.field() == FilterField.ID);
  }
}
