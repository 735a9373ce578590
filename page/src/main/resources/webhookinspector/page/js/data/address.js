/** What is on show, as an address that can be sent to a colleague. */
const DEFAULTS = { q: "", d: "", tab: "explain", o: "", v: "", span: "" };

export function readAddress() {
  const query = new URLSearchParams(location.search);
  return Object.fromEntries(Object.entries(DEFAULTS).map(([key, fallback]) => [key, query.get(key) ?? fallback]));
}

/** @param {boolean} push whether the back button should lead here again */
export function writeAddress(view, push) {
  const query = new URLSearchParams();
  for (const [key, fallback] of Object.entries(DEFAULTS)) {
    if (view[key] && view[key] !== fallback) query.set(key, view[key]);
  }
  const address = query.size ? `/?${query}` : "/";
  if (address === location.pathname + location.search) return;
  history[push ? "pushState" : "replaceState"](null, "", address);
}
