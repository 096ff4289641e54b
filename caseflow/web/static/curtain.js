// Draw the curtain and leave at once: first nothing is seen any more, then the server is told.
//
// Behind the curtain the page lies in memory, out of the document, so that what was typed is still
// there afterwards. The server answers nothing in this session until the password is given.

const strip = document.querySelector(".strip");
const dialog = document.querySelector("#curtain");
const form = dialog.querySelector("form");
const lowering = strip.querySelector("[data-curtain]");
const leaving = strip.querySelector("[data-leave]");
const problem = dialog.querySelector("#curtain-problem");
const windows = new BroadcastChannel("caseflow-curtain");
const WITHIN = 2000; // milliseconds for three taps
const title = document.title;
let page = null;
let told = null;
let place = 0;
let focused = null;
let taps = [];

function post(to, body, more = {}) {
  return fetch(to.action, { method: "POST", body, keepalive: true, redirect: "manual", ...more });
}

function hide() {
  document.dispatchEvent(new Event("hiding")); // behind the curtain nothing is kept any more
  for (const each of document.querySelectorAll("dialog[open]")) each.close();
  place = window.scrollY;
  focused = document.activeElement;
  page = document.createDocumentFragment();
  for (const each of [...document.body.children]) if (each !== dialog) page.append(each);
  document.title = "–";
}

function show() {
  document.body.prepend(page);
  page = null;
  document.title = title;
  dialog.close();
  window.scrollTo(0, place);
  focused?.focus({ preventScroll: true });
  document.dispatchEvent(new Event("shown"));
}

function draw(announced) {
  if (page) return;
  const body = new FormData(lowering);
  hide();
  dialog.showModal();
  if (announced) return;
  windows.postMessage("drawn");
  told = post(lowering, body).catch(() => {});
}

function leave() {
  const body = new FormData(leaving);
  if (!page) hide();
  windows.postMessage("left");
  post(leaving, body).catch(() => {});
  location.replace(strip.dataset.wayOut);
}

function say(name) {
  problem.textContent = name ? dialog.querySelector(`[data-${name}]`).textContent : "";
}

async function lift() {
  const body = new FormData(form);
  body.set("quietly", "yes");
  form.reset();
  say("");
  await told;
  const answer = await post(form, body).catch(() => null);
  if (!answer) return say("away");
  if (answer.status === 422) return say("wrong");
  if (answer.status === 429) return say("many");
  if (answer.status !== 204) return location.reload();
  windows.postMessage("lifted");
  show();
}

function pressed(event) {
  if (event.repeat || strip.dataset.keys !== "on") return;
  if (event.key === "F8" && !event.ctrlKey && !event.altKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    draw(false);
  }
  taps = event.key === "Shift" ? [...taps, event.timeStamp].slice(-3) : [];
  if (taps.length === 3 && taps[2] - taps[0] < WITHIN) leave();
}

lowering.addEventListener("submit", (event) => {
  event.preventDefault();
  draw(false);
});
leaving.addEventListener("submit", (event) => {
  event.preventDefault();
  leave();
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  lift();
});
dialog.addEventListener("cancel", (event) => event.preventDefault());
dialog.addEventListener("close", () => page && dialog.showModal());
document.addEventListener("keydown", pressed, true);
windows.addEventListener("message", ({ data }) => {
  if (data === "drawn") draw(true);
  if (data === "left") location.replace(strip.dataset.wayOut);
  if (data === "lifted" && page) show();
});
window.addEventListener("pageshow", (event) => event.persisted && location.reload());

if (strip.dataset.keys === "on") {
  for (const each of strip.querySelectorAll("kbd")) each.hidden = false;
  lowering.querySelector("button").setAttribute("aria-keyshortcuts", "F8");
}
