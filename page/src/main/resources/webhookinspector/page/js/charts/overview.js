import { html, useEffect, useState } from "../html.js";
import { useStore } from "../store.js";
import { filter, show, view } from "../model.js";
import { api } from "../data/api.js";
import { plural } from "../words/text.js";
import { ArrivalsChart } from "./arrivals.js";
import { sumOf, withoutTimes } from "./parts.js";
import { LagChart } from "./lags.js";
import { HeartbeatStrips } from "./heartbeats.js";
import { Busiest, actionsOf, resourcesOf } from "./busiest.js";

/* How far back, in minutes, and in how many bars. */
const SPANS = [
  { word: "10 min", minutes: 10, steps: 60 },
  { word: "1 h", minutes: 60, steps: 60 },
  { word: "24 h", minutes: 1_440, steps: 96 },
  { word: "7 d", minutes: 10_080, steps: 84 },
  { word: "30 d", minutes: 43_200, steps: 90 },
];
const FRESH = 5_000;

/** The deliveries from afar: what one would rather look at than read. Follows the filter. */
export function Overview() {
  const q = useStore(view, (state) => state.q);
  const word = useStore(view, (state) => state.span);
  const inboxes = useStore(view, (state) => state.inboxes);
  const [data, setData] = useState(null);
  const [error, setError] = useState(null);

  useEffect(() => {
    const abort = new AbortController();
    const look = () => load(q, word, abort.signal).then((told) => (setData(told), setError(null)), (problem) => problem.name !== "AbortError" && setError(problem));
    look();
    const timer = setInterval(() => document.hidden || look(), FRESH);
    return () => (clearInterval(timer), abort.abort());
  }, [q, word]);

  const openBar = (bar, step) => go(`${withoutTimes(q)} since=${bar.from} before=${new Date(Date.parse(bar.from) + step).toISOString()}`);
  const open = (more) => go(`${grouped(q)} ${more}`);
  return html`
    <section class="pane overview" aria-label="Overview">
      <div class="overhead">
        <h2>Overview</h2>
        <span class="quiet">${data ? `${plural(data.overview.looked, "delivery", "deliveries")}${data.overview.looked >= 10_000 ? ", the newest" : ""}${q ? " that match the filter" : ""}` : ""}</span>
        <span class="grow"></span>
        <div class="seg" role="group" aria-label="How far back">${SPANS.map((one) => html`<button key=${one.word} aria-pressed=${String(one === data?.span)} onClick=${() => show({ span: one.word })}>${one.word}</button>`)}</div>
        <button onClick=${() => show({ v: "" }, true)}>List</button>
      </div>
      ${error && html`<div class="banner bad" role="alert">${error.message} ${error.next}</div>`}
      <div class="figures" aria-busy=${String(data === null)}>
        ${data && html`
          <${ArrivalsChart} bars=${data.bars} step=${data.step} open=${openBar} />
          <${LagChart} lags=${data.overview.lags} />
          <${HeartbeatStrips} strips=${stripsOf(inboxes, data.heartbeats)} />
          <${Busiest} title="Busiest resources" entries=${resourcesOf(data.overview)} open=${open} />
          <${Busiest} title="Busiest actions" entries=${actionsOf(data.overview)} open=${open} />`}
      </div>
    </section>`;
}

async function load(q, word, signal) {
  const span = SPANS.find((one) => one.word === word) ?? (await fitting(q, signal));
  const within = `${grouped(q)} since=${span.minutes}m`.trim();
  const [arrivals, overview, heartbeats] = await Promise.all([
    api.arrivals({ q: withoutTimes(q), minutes: span.minutes, steps: span.steps }, signal),
    api.overview({ q: within }, signal),
    api.deliveries({ q: "kind=heartbeat verdict=authentic since=48h", limit: 1000 }, signal),
  ]);
  return { span, bars: arrivals.arrivals, step: (span.minutes * 60_000) / span.steps, overview, heartbeats: heartbeats.deliveries };
}

/** An hour, or ten minutes while everything is that new: nobody wants to look at an empty picture. */
async function fitting(q, signal) {
  const { arrivals } = await api.arrivals({ q: withoutTimes(q), minutes: 60, steps: 6 }, signal);
  const busy = arrivals.map((bar) => sumOf(bar) > 0);
  return busy.at(-1) && !busy.slice(0, -1).includes(true) ? SPANS[0] : SPANS[1];
}

const grouped = (q) => (/\bor\b/.test(q) ? `(${q})` : q);

function stripsOf(inboxes, heartbeats) {
  const names = [...new Set([...inboxes.map((inbox) => inbox.name), ...heartbeats.map((line) => line.inbox)])];
  return names.slice(0, 12).map((name) => ({ name, at: heartbeats.filter((line) => line.inbox === name).map((line) => line.receivedAt) }));
}

const go = (text) => filter(text, { v: "" });
