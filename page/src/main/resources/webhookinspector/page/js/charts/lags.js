import { html, useState } from "../html.js";
import { count, span } from "../words/text.js";
import { roundAbove, useWidth } from "./measure.js";
import { Figure } from "./figure.js";

const HEIGHT = 132;
const FOOT = 20;
const MARKS = [
  { below: 60_000, says: "about a minute" },
  { below: 600_000, says: "most within ten" },
];
const LABELLED = new Set([100, 1_000, 10_000, 60_000, 600_000, 3_600_000, 86_400_000]);

/** From the change to its arrival, with what Asana says of it; columns widen so that 300 ms and an hour are in one picture. */
export function LagChart({ lags }) {
  const [box, width] = useWidth();
  const [at, setAt] = useState(null);
  const { steps } = lags;
  const highest = roundAbove(Math.max(1, ...steps.map((step) => step.count)));
  const x = (i) => Math.round((i * width) / steps.length);
  const y = (value) => HEIGHT - Math.round((value / highest) * (HEIGHT - 30));
  const edge = (below) => x(steps.findIndex((step) => step.below === below) + 1);
  const says = lags.count === 0
    ? "no event tells when it happened"
    : [["half", lags.p50], ["90 %", lags.p90], ["99 %", lags.p99]].map(([share, ms]) => html`<span class="share" key=${share}>${share} within <b class="num">${span(ms)}</b></span>`);
  const under = (event) => {
    const rect = box.current.getBoundingClientRect();
    return Math.max(0, Math.min(steps.length - 1, Math.floor(((event.clientX - rect.left) / rect.width) * steps.length)));
  };
  return html`
    <${Figure} title="Change to arrival" says=${says} columns=${["Lag", "Deliveries"]} rows=${steps.map((_, i) => [nameOf(steps, i), count(steps[i].count)])}>
      <div class="plot" ref=${box} role="img" aria-label=${spoken(lags)} onPointerMove=${(event) => setAt(under(event))} onPointerLeave=${() => setAt(null)}>
        <svg width=${width} height=${HEIGHT + FOOT} aria-hidden="true">
          <line class="grid" x1="0" x2=${width} y1=${y(highest) + 0.5} y2=${y(highest) + 0.5} />
          <text class="axis" x="0" y=${y(highest) - 3}>${count(highest)}</text>
          ${MARKS.map((mark, i) => html`<g key=${mark.below}><line class="mark" x1=${edge(mark.below) + 0.5} x2=${edge(mark.below) + 0.5} y1="14" y2=${HEIGHT} />
            <text class="axis" x=${edge(mark.below)} y="10" text-anchor=${i === 0 ? "end" : "start"}>${i === 0 ? "Asana: " : ""}${mark.says}</text></g>`)}
          <line class="base" x1="0" x2=${width} y1=${HEIGHT + 0.5} y2=${HEIGHT + 0.5} />
          ${steps.map((step, i) => step.count > 0 && html`<rect key=${i} class=${step.below === null || step.below > 600_000 ? "warn" : "good"} x=${x(i)} width=${Math.max(1, x(i + 1) - x(i) - 1)} y=${Math.min(y(step.count), HEIGHT - 2)} height=${HEIGHT - Math.min(y(step.count), HEIGHT - 2)} />`)}
          ${at !== null && html`<line class="cross" x1=${(x(at) + x(at + 1)) / 2} x2=${(x(at) + x(at + 1)) / 2} y1="14" y2=${HEIGHT} />`}
          ${steps.map((step, i) => LABELLED.has(step.below) && html`<text key=${i} class="axis" x=${x(i + 1)} y=${HEIGHT + 15} text-anchor="middle">${span(step.below).replace(".0", "").replace("24 h", "1 d")}</text>`)}
        </svg>
        ${at !== null && html`<div class="tip" style=${{ left: `${Math.min(width - 170, Math.max(0, x(at) + 12))}px` }}><b>${nameOf(steps, at)}</b><div><b class="num">${count(steps[at].count)}</b> ${steps[at].count === 1 ? "delivery" : "deliveries"}</div></div>`}
      </div>
    <//>`;
}

const short = (ms) => span(ms).replace(".0 ", " ");

function nameOf(steps, i) {
  if (steps[i].below === 0) return "before the change, by our clock";
  if (steps[i].below === null) return `over ${short(steps[i - 1].below)}`;
  return `${i < 2 ? "0" : short(steps[i - 1].below)} to ${short(steps[i].below)}`;
}

const spoken = (lags) => lags.count === 0
  ? "Change to arrival: no event tells when it happened"
  : `Change to arrival: half within ${span(lags.p50)}, 90 % within ${span(lags.p90)}, 99 % within ${span(lags.p99)}`;
