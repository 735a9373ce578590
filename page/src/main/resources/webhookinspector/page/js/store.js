import { useState, useEffect } from "./html.js";

/** State that several parts of the page read. `set` takes a patch; readers run once for each change. */
export function createStore(initial) {
  let state = initial;
  const readers = new Set();
  return {
    get: () => state,
    set(patch) {
      const next = { ...state, ...patch };
      if (Object.keys(patch).every((key) => Object.is(state[key], patch[key]))) return;
      state = next;
      for (const reader of [...readers]) reader(state);
    },
    subscribe(reader) {
      readers.add(reader);
      return () => readers.delete(reader);
    },
  };
}

/** Renders again when what `select` picks has changed. */
export function useStore(store, select) {
  const [picked, setPicked] = useState(() => select(store.get()));
  useEffect(() => {
    const check = (state) => setPicked(() => select(state));
    check(store.get());
    return store.subscribe(check);
  }, [store]);
  return picked;
}
