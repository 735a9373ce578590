import { html } from "../html.js";
import { Text } from "../words/text.js";

const TRY = "Try: ";

/** What is wrong with a filter: where, what was expected, and how it was probably meant. */
export function FilterProblem({ error, text, take }) {
  const position = Number(/position (\d+):/.exec(error.message)?.[1] ?? 0);
  const mended = error.next.startsWith(TRY) ? error.next.slice(TRY.length) : "";
  return html`
    <div class="error" role="alert">
      <${Text}>${error.message}<//>
      ${position > 0 && html`<code class="where"><${Text}>${text.slice(0, position - 1)}<//><b><${Text}>${pieceAt(text, position)}<//></b><${Text}>${text.slice(position - 1 + pieceAt(text, position).length)}<//></code>`}
      ${mended ? html`<button type="button" onPointerDown=${(event) => event.preventDefault()} onClick=${() => take(mended)}>Use <code><${Text}>${mended}<//></code></button>` : error.next && html`<br />${error.next}`}
    </div>`;
}

/** From the position to the next blank; a mark where nothing stands any more. */
function pieceAt(text, position) {
  return /^[^\s()]+|^./.exec(text.slice(position - 1))?.[0] ?? "⎵";
}
