// @ts-check
/** Reads what the person filled in, in the form that the server expects (see action-values.ts). */

/**
 * The value of one element: a text, the place of a choice, the places of several, or null.
 * @param {HTMLElement} control
 * @returns {string | number | number[] | null}
 */
export function enteredValue(control) {
  const { kind, choice } = control.dataset;
  if (kind === "choice-button") return Number(choice);
  if (kind === "choices") return checkedPlaces(control);
  if (kind === "choice" && !(control instanceof HTMLSelectElement)) return checkedPlaces(control)[0] ?? null;
  const typed = /** @type {HTMLInputElement} */ (control).value ?? "";
  if (kind === "choice") return typed === "" ? null : Number(typed);
  if (kind === "moment") return typed === "" ? null : Math.trunc(new Date(typed).getTime() / 1000);
  return kind === "text" && typed !== "" ? typed : null;
}

/** @param {HTMLElement} control */
function checkedPlaces(control) {
  return [...control.querySelectorAll("input:checked")].map((box) =>
    Number(/** @type {HTMLInputElement} */ (box).value),
  );
}

/**
 * Where an element stands in the payload, and its value.
 * @param {HTMLElement} control
 */
export function enteredIn(control) {
  return {
    block: Number(control.dataset.block),
    element: Number(control.dataset.element),
    value: enteredValue(control),
  };
}

/**
 * Everything that holds a value within a message or a modal.
 * @param {HTMLElement} owner
 */
export function allEntered(owner) {
  return controls(owner).map(enteredIn);
}

/** @param {HTMLElement} owner */
export function controls(owner) {
  /** @type {NodeListOf<HTMLElement>} */
  const found = owner.querySelectorAll("[data-kind]:not([data-kind=button], [data-kind=choice-button])");
  return [...found];
}

/**
 * Date and time pickers are given in seconds; the browser wants its own local time.
 * @param {HTMLElement} owner
 */
export function showMoments(owner) {
  for (const control of owner.querySelectorAll("input[data-kind=moment][data-initial]")) {
    const field = /** @type {HTMLInputElement} */ (control);
    const seconds = Number(field.dataset.initial);
    if (!seconds) continue;
    const local = new Date(seconds * 1000 - new Date(seconds * 1000).getTimezoneOffset() * 60_000);
    field.value = local.toISOString().slice(0, 16);
  }
}

/**
 * Puts what was typed in the same fields of a modal that was drawn again.
 * @param {HTMLElement} before
 * @param {HTMLElement} after
 */
export function carryOver(before, after) {
  const known = new Map(controls(before).map((control) => [control.dataset.key, control]));
  for (const control of controls(after)) {
    const old = known.get(control.dataset.key);
    if (old === undefined || old.tagName !== control.tagName) continue;
    if (control.classList.contains("choices")) {
      const boxes = control.querySelectorAll("input");
      for (const [at, box] of old.querySelectorAll("input").entries()) if (boxes[at]) boxes[at].checked = box.checked;
    } else {
      const field = /** @type {HTMLInputElement} */ (control);
      field.value = /** @type {HTMLInputElement} */ (old).value;
    }
  }
}
