import { html, useEffect, useState } from "../html.js";
import { Text } from "../words/text.js";

/** Asks the program again whenever one of `what` changes; what was there before stays until the answer is here. */
export function useAnswer(ask, what) {
  const [state, setState] = useState({ answer: null, error: null });
  useEffect(() => {
    const abort = new AbortController();
    ask(abort.signal)
      .then((answer) => setState({ answer, error: null }))
      .catch((error) => error.name !== "AbortError" && setState({ answer: null, error }));
    return () => abort.abort();
  }, what);
  return state;
}

/** Why there is nothing to see, and what to do. */
export function Problem({ error }) {
  return html`<div class="card"><p><${Text}>${error.message}<//></p>${error.next && html`<p class="quiet"><${Text}>${error.next}<//></p>`}</div>`;
}
