import { api } from "./data/api.js";
import { say, view } from "./model.js";

/** Filters that have a name; kept by the program, so that the command line knows them too. */
export async function loadFilters() {
  view.set({ saved: (await api.filters()).filters });
}

/** @throws ApiError when the name or the filter cannot be read */
export async function saveFilter(name, filter) {
  await api.saveFilter(name, filter);
  await loadFilters();
  say(`Saved as ${name}`);
}

export async function forgetFilter(name) {
  try {
    await api.forgetFilter(name);
    await loadFilters();
    say("Forgotten");
  } catch (problem) {
    say(problem.message);
  }
}
