// @ts-check
/**
 * Says beside a field what stands in it, where the browser's own control may not: a date in the order of another
 * country, and choices that are scrolled out of sight.
 */

const written = new Intl.DateTimeFormat("nl-NL", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
const listed = new Intl.ListFormat("nl-NL", { type: "conjunction" });

/** @type {Record<string, string>} */
let texts = {};

/** @param {Record<string, string>} given */
export function startSaying(given) {
  texts = given;
}

/**
 * For all fields within a message, a modal or the home.
 * @param {HTMLElement} owner
 */
export function sayAll(owner) {
  /** @type {NodeListOf<HTMLElement>} */
  const controls = owner.querySelectorAll("input[type=date], .choices");
  for (const control of controls) say(control);
}

/** @param {HTMLElement} control */
function say(control) {
  const said = control instanceof HTMLInputElement ? writtenDay(control.value) : chosen(control);
  let place = control.nextElementSibling;
  if (!place?.matches(".said")) {
    place = Object.assign(document.createElement("p"), { className: "said" });
    place.setAttribute("aria-live", "polite");
    control.after(place);
  }
  if (place.textContent !== said) place.textContent = said;
}

/** @param {string} day `2019-11-21` */
function writtenDay(day) {
  return day === "" ? "" : written.format(new Date(`${day}T00:00:00Z`));
}

/** @param {HTMLElement} list */
function chosen(list) {
  // What fits without scrolling is seen as it is.
  if (list.scrollHeight <= list.clientHeight) return "";
  const names = [...list.querySelectorAll("input:checked")].map((box) => box.closest("label")?.textContent ?? "");
  return names.length === 0 ? "" : (texts.chosen ?? "").replace("{names}", listed.format(names));
}

document.addEventListener("input", ({ target }) => {
  const control = target instanceof Element ? target.closest("input[type=date], .choices") : null;
  if (control instanceof HTMLElement) say(control);
});
