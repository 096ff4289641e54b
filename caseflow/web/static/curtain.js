// Draw the curtain and leave at once: first nothing is seen any more, then the server is told.
//
// Behind the curtain the page lies in memory, out of the document, so that what was typed is still
// there afterwards. The server answers nothing in this session until the password is given.

const strip = document.querySelector(".strip");
const dialog = document.querySelector("#curtain");
const form = dialog.querySelector("form");
const lowering = strip.querySelector("[data-curtain]");
const leaving = strip.querySelector("[data-leave]");
const staying = document.querySelector("#time-out form");
const problem = dialog.querySelector("#curtain-problem");
const windows = new BroadcastChannel("caseflow-curtain");
const WITHIN = 2000; // milliseconds for three taps
const LONGEST = 2000; // milliseconds that a blank page waits for what was typed to be kept
const title = document.title;
let page = null;
let told = null;
let place = 0;
let focused = null;
let taps = [];

function post(to, body, more = {}) {
  return fetch(to.action, { method: "POST", body, keepalive: true, redirect: "manual", ...more });
}

function fields(of) {
  return new URLSearchParams(new FormData(of));
}

// Returns what is still being kept: where it is too much to go along, nothing may overtake it.
function hide(body) {
  const detail = { body, until: null };
  document.dispatchEvent(new CustomEvent("hiding", { detail })); // afterwards nothing is kept
  for (const each of document.querySelectorAll("dialog[open]")) each.close();
  place = window.scrollY;
  focused = document.activeElement;
  page = document.createDocumentFragment();
  for (const each of [...document.body.children]) if (each !== dialog) page.append(each);
  document.title = "–";
  return detail.until;
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
  const body = fields(lowering);
  body.delete("next"); // the page comes back from memory
  const until = hide(announced ? null : body);
  dialog.showModal();
  if (announced) return;
  windows.postMessage("drawn");
  told = waited(until).then(() => lower(body)).catch(() => {});
}

// Whoever has logged in anew in another window has other tokens: without a new one the server would
// not know of the curtain, and the page would come back without a password.
async function lower(body) {
  const answer = await post(lowering, body);
  if (answer.type === "opaqueredirect") return;
  const text = await (await fetch(lowering.action)).text();
  const page = new DOMParser().parseFromString(text, "text/html");
  body.set("csrf_token", page.querySelector("[name=csrf_token]").value);
  await post(lowering, body);
}

async function leave() {
  const body = fields(leaving);
  const until = page ? null : hide(body);
  windows.postMessage("left");
  if (until) await waited(until);
  post(leaving, body).catch(() => {});
  location.replace(strip.dataset.wayOut);
}

function waited(until) {
  return until ? Promise.race([until, new Promise((done) => setTimeout(done, LONGEST))]) : Promise.resolve();
}

async function follow() {
  const until = page ? null : hide(null);
  if (until) await waited(until);
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

// Of whoever was here before, no page comes back by another's password: its token is not good any
// more, so it is not answered.
async function lifted() {
  const answer = await post(staying, fields(staying)).catch(() => null);
  if (answer?.status === 204 && page) show();
  else if (answer) location.reload();
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
  if (data === "left") follow();
  if (data === "lifted" && page) lifted();
});
window.addEventListener("pageshow", (event) => event.persisted && location.reload());

if (strip.dataset.keys === "on") {
  lowering.querySelector("button").setAttribute("aria-keyshortcuts", "F8");
}
