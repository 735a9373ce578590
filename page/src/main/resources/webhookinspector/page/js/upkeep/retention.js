import { html, useEffect, useState } from "../html.js";
import { useStore } from "../store.js";
import { reread, say, show, view } from "../model.js";
import { api } from "../data/api.js";
import { Icon } from "../words/signs.js";
import { Text, bytes, count, exactSpan, exactly, plural, timeOf } from "../words/text.js";

const SECONDS = { m: 60, h: 3_600, d: 86_400, w: 604_800 };
const BYTES = { KB: 1e3, MB: 1e6, GB: 1e9, TB: 1e12 };

/* What can be asked for, and how it is typed: as on the command line. */
const WAYS = {
  age: { says: "whatever came longer ago than", example: "30d", wish: (text) => ({ keepForSeconds: measured(text, /^(\d{1,6})([mhdw])$/, SECONDS) }) },
  count: { says: "the oldest, until there are no more than", example: "100000", wish: (text) => ({ keepCount: measured(text, /^(\d{1,12})$/, {}) }) },
  size: { says: "the oldest, until they take no more than", example: "5GB", wish: (text) => ({ keepBytes: measured(text.toUpperCase(), /^(\d{1,9})([KMGT]B)$/, BYTES) }) },
  filter: { says: "whatever matches the filter", example: "verdict=forged", wish: (text) => ({ filter: text.trim() }) },
};

/** A number times its unit, or NaN. */
function measured(text, form, units) {
  const found = form.exec(text.trim());
  return found ? Number(found[1]) * (units[found[2]] ?? 1) : NaN;
}

const isComplete = (wish) => Object.values(wish).every((value) => value !== "" && !Number.isNaN(value));

/** What is kept and for how long, what was dropped, and a way to drop more: never before it was shown what would go. */
export function Retention() {
  const [now, setNow] = useState(null);
  const [error, setError] = useState("");
  const look = () => api.retention().then(setNow, (problem) => setError(problem.message));
  useEffect(() => {
    look();
  }, []);
  return html`
    <section class="pane notices upkeep" aria-label="Retention">
      <div class="overhead"><h2>Retention</h2><span class="quiet num">${now ? `${plural(now.deliveries, "delivery", "deliveries")} kept, ${bytes(now.bytes)} on disk` : ""}</span><span class="grow"></span><button onClick=${() => show({ v: "" }, true)}>List</button></div>
      <div class="noticelist accounts" tabindex="0" role="region" aria-label="What is kept" aria-busy=${String(now === null && error === "")}>
        ${error && html`<p class="bad" role="alert"><${Text}>${error}<//></p>`}
        ${now && html`<${Policy} policy=${now.policy} /><${Drop} done=${look} /><${Dropped} dropped=${now.dropped} />`}
      </div>
    </section>`;
}

function Policy({ policy }) {
  const limits = [
    policy.keepForSeconds !== null && `nothing older than ${exactSpan(policy.keepForSeconds * 1000)}`,
    policy.keepCount !== null && `at most ${plural(policy.keepCount, "delivery", "deliveries")}`,
    policy.keepBytes !== null && `at most ${bytes(policy.keepBytes)}`,
  ].filter(Boolean);
  return html`
    <section class="card"><h2>Policy</h2>
      <p>${limits.length ? html`By itself this program keeps <b>${limits.join(", ")}</b>; the oldest goes first.` : html`<b>Everything is kept for ever.</b> To let the program drop by itself: <code>inspector serve --keep-for 30d</code>`}</p>
      <p class="quiet">What is pinned stays, and what waits to be sent on.</p>
    </section>`;
}

/** First what would go, then a button that says how many. */
function Drop({ done }) {
  const q = useStore(view, (state) => state.q);
  const [way, setWay] = useState(q ? "filter" : "age");
  const [text, setText] = useState(q || WAYS.age.example);
  const [plan, setPlan] = useState(null);
  const [error, setError] = useState(null);
  const wish = WAYS[way].wish(text);
  const change = (set) => (value) => (set(value), setPlan(null), setError(null));
  const choose = (next) => {
    change(setWay)(next);
    setText(next === "filter" && q ? q : WAYS[next].example);
  };
  const ask = async (dryRun) => {
    try {
      return (await api.prune({ ...wish, dryRun })).dropped;
    } catch (problem) {
      setError(problem);
      return null;
    }
  };
  const look = async (event) => {
    event.preventDefault();
    if (!isComplete(wish)) setError({ message: `${text} (expected: such as ${WAYS[way].example})`, next: "" });
    else setPlan(await ask(true));
  };
  const drop = async () => {
    const dropped = await ask(false);
    if (dropped === null) return;
    say(`Dropped ${plural(sum(dropped), "delivery", "deliveries")}`);
    setPlan(null);
    done();
    reread();
  };
  return html`
    <section class="card"><h2>Drop deliveries</h2>
      <form class="inline" onSubmit=${look}>
        <label class="sr" for="way">What to drop</label><select id="way" value=${way} onChange=${(event) => choose(event.target.value)}>${Object.entries(WAYS).map(([name, { says }]) => html`<option key=${name} value=${name}>${says}</option>`)}</select>
        <label class="sr" for="amount">How much</label><input id="amount" type="text" spellcheck=${false} autocomplete="off" placeholder=${WAYS[way].example} value=${text} onInput=${(event) => change(setText)(event.target.value)} />
        <button>Look what would go</button></form>
      ${error && html`<p class="bad" role="alert"><${Text}>${error.message}<//> <${Text}>${error.next}<//></p>`}
      <div role="status">${plan && (plan.length === 0 ? html`<p class="good">Nothing would go.</p>` : html`<${DroppedTable} dropped=${plan} head="Would go" />
        <p class="toolbar"><span class="warn">They are gone for good then.</span><span class="grow"></span><button type="button" class="danger" onClick=${drop}>Drop ${plural(sum(plan), "delivery", "deliveries")}</button></p>`)}</div>
    </section>`;
}

const sum = (dropped) => dropped.reduce((all, one) => all + one.deliveries, 0);

function Dropped({ dropped }) {
  return html`
    <section class="card"><h2>What was dropped</h2>
      ${dropped.length === 0 ? html`<p class="quiet">Nothing so far.</p>` : html`<${DroppedTable} dropped=${dropped.toReversed()} head="Because" />`}
    </section>`;
}

function DroppedTable({ dropped, head }) {
  return html`
    <table class="numbers"><thead><tr><th scope="col">${head}</th><th scope="col">Deliveries</th><th scope="col">Size</th><th scope="col">From</th><th scope="col">To</th></tr></thead>
      <tbody>${dropped.map((one, i) => html`<tr key=${i}><td><${Text}>${one.because}<//></td><td class="num">${count(one.deliveries)}</td><td class="num">${bytes(one.bytes)}</td>
        <td class="num" title=${exactly(one.from)}>${timeOf(one.from)}</td><td class="num" title=${exactly(one.to)}>${timeOf(one.to)}</td></tr>`)}</tbody></table>`;
}
