// The one place that knows which view library we use.
import { useLayoutEffect, useRef } from "/vendor/htm-preact.js";

export { html, render, useState, useEffect, useRef, useMemo, useCallback, useLayoutEffect } from "/vendor/htm-preact.js";

/** As a `ref`: what appears takes the focus. In a dialog beside `autofocus`, for a part may be there before the dialog opens or come later. */
export function useFocus() {
  const ref = useRef(null);
  useLayoutEffect(() => ref.current.focus(), []);
  return ref;
}
