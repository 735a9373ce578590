import { html, useFocus, useState } from "../html.js";
import { close } from "./dialog.js";
import { rows, view } from "../model.js";
import { note } from "../marks.js";

/** A note on the open delivery, for whoever looks at it next. */
export function NoteForm() {
  const line = rows.find(view.get().d);
  const [text, setText] = useState(line?.note ?? "");
  const [error, setError] = useState("");
  const save = async (event) => {
    event.preventDefault();
    try {
      await note({ id: view.get().d }, text);
      close();
    } catch (problem) {
      setError(problem.message);
    }
  };
  const onKey = (event) => event.key === "Enter" && (event.ctrlKey || event.metaKey) && save(event);
  return html`
    <form class="form" onSubmit=${save}>
      <label for="note">Note</label>
      <textarea id="note" autofocus ref=${useFocus()} rows="4" maxlength="2000" value=${text} onInput=${(event) => setText(event.target.value)} onKeyDown=${onKey}></textarea>
      <p class="hint ${error ? "bad" : ""}">${error || "Words of a note are found by the filter. Empty takes it off."}</p>
      <div class="toolbar"><span class="grow"></span><button class="primary">Keep the note</button></div>
    </form>`;
}
