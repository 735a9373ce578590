import { html, useEffect, useState } from "../html.js";
import { useStore } from "../store.js";
import { view } from "../model.js";
import { api } from "../data/api.js";
import { count, plural, span } from "../words/text.js";
import { REACH, SignField, TargetField, rememberTarget, targets } from "./target.js";

const PACES = [
  { name: "ordered", says: "One after the other, each waits for the answer before", settings: {} },
  { name: "once", says: "Eight at a time", settings: { concurrency: 8 } },
  { name: "spaced", says: "With the spacing in which they came", settings: { speed: 1, concurrency: 8 } },
  { name: "faster", says: "With their spacing, ten times faster", settings: { speed: 10, concurrency: 8 } },
];

/** Sends all that is marked again, or all that the filter lets through, and shows how it goes. */
export function ReplayMany() {
  const marked = useStore(view, (state) => state.marked);
  const q = useStore(view, (state) => state.q);
  const told = useStore(view, (state) => state.replay);
  const [whole, setWhole] = useState(marked.size === 0);
  const [target, setTarget] = useState(targets()[0]);
  const [sign, setSign] = useState("as-it-came");
  const [pace, setPace] = useState("ordered");
  const [begun, setBegun] = useState(null);
  const [plan, setPlan] = useState(null);
  const [error, setError] = useState(null);

  const wish = { target: target.trim(), sign, ...PACES.find((one) => one.name === pace).settings, ...(whole ? { q } : { deliveries: [...marked.keys()] }) };
  useEffect(() => {
    const timer = setTimeout(() => api.replayMany({ ...wish, dryRun: true }).then((answer) => (setPlan(answer), setError(null)), (problem) => (setPlan(null), setError(problem))), 300);
    return () => clearTimeout(timer);
  }, [JSON.stringify(wish)]);

  const send = async (event) => {
    event.preventDefault();
    try {
      setBegun(await api.replayMany(wish));
      rememberTarget(wish.target);
      setError(null);
    } catch (problem) {
      setError(problem);
    }
  };
  const state = begun && told?.id === begun.id ? told : begun;
  const running = state && (state.state === "running" || state.state === "planned");
  return html`
    <form class="form" onSubmit=${send}>
      <fieldset class="choices"><legend class="sr">What</legend>
        <label><input type="radio" name="what" checked=${!whole} disabled=${marked.size === 0} onChange=${() => setWhole(false)} /> ${marked.size ? `The ${plural(marked.size, "delivery that is", "deliveries that are")} marked` : "Nothing is marked (m)"}</label>
        <label><input type="radio" name="what" checked=${whole} onChange=${() => setWhole(true)} /> ${q ? "Everything that the filter lets through" : "Everything"}</label>
      </fieldset>
      <${TargetField} value=${target} change=${setTarget} />
      <label for="pace">Pace</label>
      <select id="pace" value=${pace} onChange=${(event) => setPace(event.target.value)}>${PACES.map((one) => html`<option key=${one.name} value=${one.name}>${one.says}</option>`)}</select>
      <${SignField} value=${sign} change=${setSign} />
      <p class="hint">${plan && !begun ? `${plural(plan.planned, "copy leaves", "copies leave")}${plan.leftOut ? `, ${count(plan.leftOut)} cannot be sent` : ""}${plan.lasts ? `, over ${span(plan.lasts)}` : ""}. ` : ""}${REACH}</p>
      ${error && html`<p class="bad" role="alert">${error.message} ${error.next}</p>`}
      ${state && html`<${Progress} state=${state} />`}
      <div class="toolbar"><span class="grow"></span>
        ${running && html`<button type="button" onClick=${() => api.stopReplay(state.id)}>Stop</button>`}
        <button class="primary" disabled=${running || plan?.planned === 0}>${begun && !running ? "Replay again" : "Replay"}</button></div>
    </form>`;
}

function Progress({ state }) {
  const done = state.planned ? state.sent / state.planned : 1;
  const tone = state.state === "failed" ? "bad" : state.sent > state.taken ? "warn" : "good";
  return html`
    <div class="progress" role="status">
      <div class="meter" role="progressbar" aria-valuemin="0" aria-valuemax=${state.planned} aria-valuenow=${state.sent} aria-label="Sent"><i class=${tone} style=${{ width: `${100 * done}%` }}></i></div>
      <p class="num"><b class=${tone}>${state.state}</b> · ${count(state.sent)} of ${count(state.planned)} sent, ${count(state.taken)} taken${state.because ? `: ${state.because}` : ""}</p>
      ${state.answers.length > 0 && html`<table class="numbers"><thead><tr><th scope="col">Answer</th><th scope="col">Copies</th><th scope="col">Median</th><th scope="col">99 %</th></tr></thead>
        <tbody>${state.answers.map((answer) => html`<tr key=${answer.status}><td>${answer.status ?? "none"}</td><td class="num">${count(answer.count)}</td><td class="num">${span(answer.times.p50 ?? NaN)}</td><td class="num">${span(answer.times.p99 ?? NaN)}</td></tr>`)}</tbody></table>`}
    </div>`;
}
