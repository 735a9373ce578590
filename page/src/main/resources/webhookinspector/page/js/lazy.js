import { html, useEffect, useState } from "./html.js";

const waiting = [];

/** A part of the page that is fetched after the list is there, or when it is first shown. */
export function lazy(load) {
  let Part = null;
  const fetched = async () => (Part ??= await load());
  waiting.push(fetched);
  return function Lazy(props) {
    const [, arrived] = useState(Part !== null);
    // It may have come between being drawn without it and now, and nobody would draw again.
    useEffect(() => void fetched().then(() => arrived(true)), []);
    return Part ? html`<${Part} ...${props} />` : html`<div class="pane" aria-busy="true"></div>`;
  };
}

/** While nobody waits for anything else. */
export function fetchTheRest() {
  const idle = globalThis.requestIdleCallback ?? setTimeout;
  idle(() => waiting.forEach((fetched) => fetched()));
}
