import { html, useEffect, useState } from "../html.js";
import { useStore } from "../store.js";
import { say, show, view } from "../model.js";
import { api } from "../data/api.js";
import { Icon } from "../words/signs.js";
import { Text, count, plural, timeOf } from "../words/text.js";

const STATES = {
  well: ["good", "✓"], new: ["info", "◐"], "catching-up": ["info", "◐"], waiting: ["info", "◐"], resting: ["warn", "⚠"],
  failing: ["warn", "⚠"], down: ["bad", "✗"], paused: ["quiet", "‖"],
};
const FRESH = 2000;

/** Where deliveries go on to by themselves, and how each target is doing. */
export function Targets() {
  const targets = useStore(view, (state) => state.targets);
  const [address, setAddress] = useState("");
  const [filter, setFilter] = useState("");
  const [headers, setHeaders] = useState("");
  const [error, setError] = useState("");
  const look = () => api.targets().then((answer) => view.set({ targets: answer.targets }), () => {});
  useEffect(() => {
    look();
    const timer = setInterval(() => document.hidden || look(), FRESH);
    return () => clearInterval(timer);
  }, []);
  const act = (call, said) => call.then(() => say(said), (problem) => say(problem.message)).then(look);
  const add = async (event) => {
    event.preventDefault();
    if (address.trim() === "") return;
    try {
      await api.addTarget({ target: address.trim(), filter: filter.trim(), ...ofOwn(headers) });
      setAddress("");
      setFilter("");
      setHeaders("");
      setError("");
      look();
    } catch (problem) {
      setError(`${problem.message} ${problem.next}`);
    }
  };
  return html`
    <section class="pane notices" aria-label="Targets">
      <div class="overhead"><h2>Targets</h2><span class="quiet">each believable delivery goes on to them, byte for byte</span><span class="grow"></span><button onClick=${() => show({ v: "" }, true)}>List</button></div>
      <div class="noticelist" tabindex="0" role="region" aria-label="Targets">
        ${targets.map((target) => html`<${Target} key=${target.number} target=${target} act=${act} />`)}
        ${targets.length === 0 && html`<p class="notice quiet">None yet: nothing leaves this machine by itself.</p>`}
        <form class="notice newtarget" onSubmit=${add}>
          <span class="inputs"><label for="newtarget">Send on to</label><input id="newtarget" type="text" inputmode="url" spellcheck=${false} autocomplete="off" placeholder="http://localhost:3000/hook" value=${address} onInput=${(event) => setAddress(event.target.value)} />
          <label for="only">only</label><input id="only" type="text" spellcheck=${false} autocomplete="off" placeholder="everything, or a filter" value=${filter} onInput=${(event) => setFilter(event.target.value)} />
          <label for="own">with</label><textarea id="own" rows="1" spellcheck=${false} autocomplete="off" placeholder="headers of yours, X-Api-Key: abc" value=${headers} onInput=${(event) => setHeaders(event.target.value)}></textarea></span>
          <button class="primary">Add target</button>
        </form>
        ${error && html`<p class="notice bad" role="alert"><${Text}>${error}<//></p>`}
      </div>
    </section>`;
}

/** Left out, a known target keeps those that it has. */
function ofOwn(text) {
  const headers = text.split("\n").map((line) => line.trim()).filter((line) => line !== "");
  return headers.length > 0 ? { headers } : {};
}

function Target({ target, act }) {
  const [tone, sign] = STATES[target.state] ?? ["info", "◐"];
  const [sure, setSure] = useState(false);
  return html`
    <div class="notice">
      <span class="sign ${tone}" aria-hidden="true">${sign}</span>
      <div>
        <p><code><${Text}>${target.target}<//></code></p>
        <div class="m"><b class=${tone}>${target.state.replace("-", " ")}</b>${target.detail && html`<span><${Text}>${target.detail}<//></span>`}
          ${target.filter && html`<span>only <code><${Text}>${target.filter}<//></code></span>`}
          ${target.headers.length > 0 && html`<span>with <code><${Text}>${target.headers.join(", ")}<//></code></span>`}
          ${target.waiting > 0 && html`<span>${count(target.waiting)} waiting</span>`}
          ${target.dead > 0 && html`<span class="bad">${count(target.dead)} given up</span>`}
          ${target.nextTry && html`<span>next try ${timeOf(target.nextTry)}</span>`}</div>
      </div>
      ${(target.dead > 0 || target.waiting > 0) && html`<button onClick=${() => act(api.retryTarget(target.number), "Tried again")}>Try again</button>`}
      <button onClick=${() => act(target.state === "paused" ? api.resumeTarget(target.number) : api.pauseTarget(target.number), target.state === "paused" ? "It goes on" : "Held")}>${target.state === "paused" ? "Resume" : "Pause"}</button>
      ${sure
        ? html`<button class="danger" onClick=${() => act(api.removeTarget(target.number), "Removed")}>Remove${target.waiting + target.dead > 0 ? ` with ${plural(target.waiting + target.dead, "delivery", "deliveries")}` : ""}</button>`
        : html`<button class="plain icon" aria-label="Remove this target" onClick=${() => setSure(true)}><${Icon} name="close" /></button>`}
    </div>`;
}
