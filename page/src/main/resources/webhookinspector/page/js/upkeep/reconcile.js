import { html, useState } from "../html.js";
import { show } from "../model.js";
import { api } from "../data/api.js";
import { Icon } from "../words/signs.js";
import { Text, count, exactly, plural, span, timeOf } from "../words/text.js";
import { Problem } from "../detail/ask.js";

/* Asana keeps events for a day; what is older cannot be compared. */
const SPANS = [["1 h", 3_600], ["6 h", 21_600], ["24 h", 86_400]];

/** Proves that nothing is missing, or lists what is: asked of Asana only when somebody wants to know. */
export function Reconcile() {
  const [since, setSince] = useState(86_400);
  const [state, setState] = useState({ step: "" });
  const run = async () => {
    setState({ step: "asking" });
    try {
      setState({ step: "told", ...(await api.reconcile(since)) });
    } catch (error) {
      setState({ step: "", error });
    }
  };
  const asking = state.step === "asking";
  return html`
    <section class="pane notices upkeep" aria-label="Reconcile">
      <div class="overhead"><h2>Reconcile</h2><span class="grow"></span>
        <div class="seg" role="group" aria-label="How far back">${SPANS.map(([word, seconds]) => html`<button key=${word} aria-pressed=${String(seconds === since)} onClick=${() => setSince(seconds)}>${word}</button>`)}</div>
        <button class="primary" disabled=${asking} onClick=${run}><${Icon} name="balance" />${asking ? "Asking Asana" : "Reconcile now"}</button>
        <button onClick=${() => show({ v: "" }, true)}>List</button></div>
      <div class="noticelist accounts" tabindex="0" role="region" aria-label="Accounts" aria-busy=${String(asking)}>
        ${state.error && html`<${Problem} error=${state.error} />`}
        ${state.step === "told" ? state.accounts.map((account) => html`<${Account} key=${account.webhook} account=${account} />`) : !state.error && html`<${Before} asking=${asking} />`}
      </div>
    </section>`;
}

function Before({ asking }) {
  return html`
    <div class="empty"><div class="mark"><${Icon} name="balance" /></div><h2>${asking ? "Asking Asana" : "Is anything missing?"}</h2>
      <p>Lays side by side what each webhook told, what the events stream of the same resource told, and which tasks Asana says have changed. Events that may still be on their way are left out.</p></div>`;
}

/** The same words as the command line's. */
function verdictOf(account) {
  const missing = account.streamOnly.length + account.unseen.length;
  if (account.balances) return ["good", "✓", "Nothing is missing"];
  if (missing > 0) return ["bad", "✗", `Missing: ${plural(missing, "change")}`];
  return account.gaps.length > 0 ? ["warn", "⚠", "Something may be missing in the gap"] : ["warn", "?", "It cannot be told whether anything is missing"];
}

function Account({ account }) {
  const [tone, sign, words] = verdictOf(account);
  const { resource, from, to } = account;
  return html`
    <article class="card account">
      <h2 class=${tone}><span aria-hidden="true">${sign}</span>${words}</h2>
      <p class="quiet"><${Text}>${resource.resourceType ?? "resource"}<//> <b><${Text}>${resource.name ?? resource.gid}<//></b>, webhook <code>${account.webhook}</code>, <time title=${exactly(from)}>${timeOf(from)}</time> to <time title=${exactly(to)}>${timeOf(to)}</time>: ${span(Date.parse(to) - Date.parse(from))}</p>
      <dl class="tally">
        <${Tally} number=${account.both} words="told by both" tone="good" />
        <${Tally} number=${account.webhookOnly.length} words="by the webhook alone" tone="" />
        <${Tally} number=${account.streamOnly.length} words="by the stream alone" tone="bad" />
        <${Tally} number=${account.unseen.length} words="by neither" tone="bad" />
        <${Tally} number=${account.filtered} words="kept out by its filters" tone="" />
      </dl>
      <${Items} title="Lost on the webhook's way: only the events stream told" items=${account.streamOnly} open=${true} />
      <${Items} title="Changed, and told by neither" items=${account.unseen} open=${true} />
      <${Items} title="Told by the webhook alone; nothing is missing" items=${account.webhookOnly} />
      ${account.gaps.map((gap) => html`<p class="warn" key=${gap.id}>⚠ gap: <${Text}>${gap.cause}<//></p>`)}
      ${account.remarks.map((remark) => html`<p class="quiet" key=${remark}><${Text}>${remark}<//></p>`)}
    </article>`;
}

function Tally({ number, words, tone }) {
  return html`<div><dt>${words}</dt><dd class="num ${number > 0 ? tone : ""}">${count(number)}</dd></div>`;
}

function Items({ title, items, open = false }) {
  if (items.length === 0) return null;
  return html`
    <details open=${open}><summary>${title}: ${count(items.length)}</summary>
      <ol class="items">${items.map((item, i) => html`<li key=${i}><time class="num" title=${exactly(item.at)}>${timeOf(item.at)}</time><span><${Text}>${item.sentence}<//></span>
        ${item.delivery && html`<button onClick=${() => show({ v: "", d: item.delivery, tab: "explain" }, true)}>Open</button>`}</li>`)}</ol>
    </details>`;
}
