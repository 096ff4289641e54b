// Find clients while somebody types: one search, and one trace, when the typing pauses.

const form = document.querySelector("form.search");
const field = form.querySelector("#q");
const found = form.querySelector("#found");
const said = form.querySelector("#found-said");
const PAUSE = 400; // milliseconds without a key
const FEWEST = 3; // letters
let timer;
let turn = 0;
let shown = null; // the words that the list belongs to

const words = () => new URLSearchParams(new FormData(form)).toString();
const links = () => [...found.querySelectorAll("a")];

function close() {
  found.hidden = true;
  said.textContent = "";
}

function soon(event) {
  clearTimeout(timer);
  turn += 1; // what is under way answers to other words
  if (event.isComposing) return;
  if (field.value.trim().length < FEWEST) close();
  else timer = setTimeout(ask, PAUSE);
}

async function ask() {
  const asked = words();
  const mine = turn;
  if (asked !== shown) {
    const hits = await hitsOf(asked);
    if (mine !== turn) return;
    if (!hits) {
      shown = null;
      found.hidden = true;
      said.textContent = said.dataset.failed;
      return;
    }
    shown = asked;
    found.replaceChildren(...hits.children);
    found.dataset.said = hits.dataset.said;
  }
  found.hidden = false;
  said.textContent = found.dataset.said;
}

async function hitsOf(body) {
  try {
    const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(body) });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (answer.ok) document.dispatchEvent(new Event("stayed"));
    return answer.ok ? page.querySelector("#hits") : null;
  } catch {
    return null;
  }
}

function move(event) {
  const all = links();
  const at = all.indexOf(document.activeElement); // -1 in the field
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
  if (event.key === "Escape" && !found.hidden) {
    event.preventDefault();
    close();
    field.focus();
  } else if (to !== undefined && !found.hidden && (at >= 0 || event.key === "ArrowDown")) {
    event.preventDefault();
    (to < 0 ? field : all[Math.min(to, all.length - 1)])?.focus();
  }
}

field.addEventListener("input", soon);
field.addEventListener("compositionend", soon);
form.querySelector("[name=closed]").addEventListener("change", soon);
form.addEventListener("keydown", move);
