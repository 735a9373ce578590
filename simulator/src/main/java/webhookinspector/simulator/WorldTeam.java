package webhookinspector.simulator;

import webhookinspector.world.Shift;

/** {@link Team} in the world's own words. */
record WorldTeam(Shift shift) implements Team {

  @Override
  public void work(double changesPerSecond) {
    shift.work(changesPerSecond);
  }

  @Override
  public void rest() {
    shift.work(0);
  }

  @Override
  public void make(int changes) {
    shift.make(changes);
  }
}
