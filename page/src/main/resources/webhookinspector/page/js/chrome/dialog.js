import { html, useLayoutEffect, useRef } from "../html.js";
import { view } from "../model.js";

export const close = () => view.set({ dialog: "" });

/** A modal box. Escape and a click beside it close it; the focus goes back to where it was. */
export function Dialog({ title, className = "", children }) {
  const self = useRef(null);
  useLayoutEffect(() => {
    const before = document.activeElement;
    self.current.showModal();
    return () => before?.focus?.();
  }, []);
  const onKey = (event) => event.key === "Escape" && (event.preventDefault(), event.stopPropagation(), close());
  const outside = (event) => event.target === self.current && close();
  return html`<dialog ref=${self} class=${className} aria-label=${title} onClose=${close} onKeyDown=${onKey} onPointerDown=${outside}>
    ${className === "palette" ? children : html`<div class="in"><header><h1>${title}</h1><button class="plain x" aria-label="Close" onClick=${close}>✕</button></header>${children}</div>`}
  </dialog>`;
}
