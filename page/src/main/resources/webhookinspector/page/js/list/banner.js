import { html } from "../html.js";
import { useStore } from "../store.js";
import { retry, view } from "../model.js";
import { AnswersBanner } from "../send/answers.js";
import { useClock } from "../clock.js";
import { plural } from "../words/text.js";

/** Says honestly when the page may be behind, and when it has caught up. */
export function Banner() {
  const connection = useStore(view, (state) => state.connection);
  if (connection.locked) {
    return html`<div class="banner bad" role="alert"><span><b>This page is locked out.</b> The program does not take its cookie any more; the terminal prints a new link when it starts.</span></div>`;
  }
  if (!connection.connected) return html`<${Lost} connection=${connection} />`;
  if (connection.caughtUp === undefined) return html`<${AnswersBanner} />`;
  return html`<div class="banner info" role="status"><span>The connection is back. ${connection.caughtUp === 0 ? "Nothing came meanwhile" : `${plural(connection.caughtUp, "delivery", "deliveries")} came meanwhile`}: all is here.</span></div>`;
}

function Lost({ connection }) {
  const now = useClock(500);
  const wait = Math.max(0, Math.ceil(((connection.nextAt ?? now) - now) / 1000));
  return html`
    <div class="banner warn" role="alert"><span><b>The connection to the program is lost.</b> What is shown may be old; what arrives meanwhile is kept and shown then.</span>
      <span class="grow"></span><span class="num" aria-hidden="true">${wait > 0 ? `again in ${wait} s` : "trying"}</span><button onClick=${retry}>Try now</button></div>`;
}
