import { html, useEffect, useState } from "../html.js";
import { useStore } from "../store.js";
import { say, show, view } from "../model.js";
import { api } from "../data/api.js";
import { Icon } from "../words/signs.js";
import { exactly, plural, timeOf } from "../words/text.js";
import { Faults } from "./faults.js";

const PACES = [[0, "rests"], [0.5, "slow"], [2.5, "busy"], [10, "hectic"], [50, "a storm"]];
const JUMPS = [["PT10M", "10 min"], ["PT1H", "1 h"], ["PT8H", "8 h: a heartbeat"], ["PT25H", "25 h: a deletion, if it fails"]];
const FRESH = 1500;

/** The local Asana of the demo, to be played with while its deliveries arrive beside. */
export function Simulator() {
  const simulator = useStore(view, (state) => state.simulator);
  const [busy, setBusy] = useState("");
  const [task, setTask] = useState("");

  useEffect(() => {
    const look = () => api.simulator().then((answer) => view.set({ simulator: answer.simulator }), () => {});
    look();
    const timer = setInterval(() => document.hidden || look(), FRESH);
    return () => clearInterval(timer);
  }, []);

  const act = async (what, call, said = "") => {
    setBusy(what);
    try {
      const answer = await call();
      view.set({ simulator: (answer ?? (await api.simulator())).simulator });
      if (said) say(said);
    } catch (problem) {
      say(problem.message);
    }
    setBusy("");
  };
  const add = (event) => {
    event.preventDefault();
    if (task.trim() === "") return;
    act("task", () => api.simulate("/changes", { task: task.trim() }), "Added");
    setTask("");
  };
  return html`
    <aside class="pane detail simulator" aria-label="Simulator">
      <header class="dhead"><div class="line1"><span class="pill info"><span aria-hidden="true">⚑</span>simulator</span><h1>A local Asana to play with</h1><span class="grow"></span>
        <button class="plain icon" aria-label="Close" onClick=${() => show({ v: "" })}><${Icon} name="close" /></button></div>
        <p class="sub">It runs in this process; nothing leaves the machine.</p></header>
      <div class="tabpanel" tabindex="0" role="region" aria-label="Controls">
        ${simulator && html`
        <section class="card"><h2>Changes</h2>
          <p class="buttons">${[1, 20, 200].map((count) => html`<button key=${count} class=${count === 1 ? "primary" : ""} disabled=${busy !== ""} onClick=${() => act("change", () => api.simulate("/changes", { count }))}>${count === 1 ? "Make a change" : `Make ${count}`}</button>`)}</p>
          <form class="inline" onSubmit=${add}><label class="sr" for="task">Name of a task</label><input id="task" type="text" maxlength="1000" placeholder="Add a task called …" value=${task} onInput=${(event) => setTask(event.target.value)} /><button disabled=${busy !== ""}>Add</button></form>
          <p class="line">The team <span class="seg" role="group" aria-label="Pace of the team">${PACES.map(([pace, word]) => html`<button key=${pace} title=${`${pace} changes a second`} aria-pressed=${String(simulator.changesPerSecond === pace)} onClick=${() => act("team", () => api.pace(pace))}>${word}</button>`)}</span></p>
          ${simulator.waiting > 0 && html`<p class="hint">${plural(simulator.waiting, "event waits", "events wait")} for delivery.</p>`}
        </section>
        <section class="card"><h2>Clock</h2>
          <p class="line">Asana's time is <b class="num" title=${exactly(simulator.now)}>${timeOf(simulator.now)}</b>${busy === "clock" && html` <span class="info">jumping …</span>`}</p>
          <p class="buttons">${JUMPS.map(([advance, words]) => html`<button key=${advance} disabled=${busy !== ""} onClick=${() => act("clock", () => api.simulate("/clock", { advance }))}>+ ${words}</button>`)}</p>
          <p class="hint">The team rests meanwhile. Asana's clock is ahead of ours then, so changes seem to arrive before they happen.</p>
        </section>
        <${Faults} simulator=${simulator} act=${act} busy=${busy} />`}
      </div>
    </aside>`;
}
