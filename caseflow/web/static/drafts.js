// Keep what is typed into the form of this page, so that no log-out, time-out or crash loses it.

const form = document.querySelector("#typed");
const button = document.querySelector("#keep-draft");
const said = document.querySelector("#draft-said");
const PAUSE = 4000; // milliseconds without a key
const LONGEST = 20000; // however fast somebody types
const OUTLIVES = 50000; // bytes: what a browser lets outlive its page, with room for the exit
let timer;
let since = null; // what is not kept yet was typed
let dirty = false;
let underWay = null;
let sent = false;
let goesOn = false; // what has waited

function words() {
  const fields = [...new FormData(form)].filter(([name, value]) => {
    const field = form.elements[name];
    return typeof value === "string" && field?.type !== "password";
  });
  return new URLSearchParams(fields);
}

async function keep(leaving = false) {
  clearTimeout(timer);
  dirty = false;
  since = null;
  const body = words();
  try {
    const answer = await fetch(button.formAction, {
      method: "POST",
      body,
      headers: { Accept: "text/plain" },
      keepalive: leaving && body.toString().length < OUTLIVES,
    });
    const kept = answer.ok || answer.status === 422;
    said.textContent = kept ? await answer.text() : said.dataset.failed;
    if (answer.ok) document.dispatchEvent(new Event("stayed"));
    else dirty = answer.status !== 422;
    if (answer.status >= 500) throw answer;
  } catch {
    dirty = true;
    said.textContent = said.dataset.failed;
    timer = setTimeout(() => keepNow(), LONGEST); // the server may be back
  }
}

function keepSoon() {
  dirty = true;
  clearTimeout(timer);
  since ??= Date.now();
  timer = setTimeout(() => keepNow(), Date.now() - since > LONGEST ? 0 : PAUSE);
}

function keepNow(leaving) {
  if (!sent && dirty && form.isConnected) underWay = keep(leaving).finally(() => (underWay = null));
  return underWay;
}

form.addEventListener("input", keepSoon);
button.addEventListener("click", (event) => {
  event.preventDefault();
  dirty = true;
  keepNow();
});

// Whatever is sent may end the session, and then nothing is kept any more. Of this form, and of a
// draft that is discarded, nothing may come behind: it would be a draft again.
async function beforeAll(event) {
  const { target, submitter } = event;
  if (goesOn || target.matches("[data-curtain], [data-leave]")) return; // they are told of below
  if (target.matches("#typed, [data-discards]")) {
    sent = true;
    clearTimeout(timer);
  }
  const waits = keepNow();
  if (!waits) return;
  event.preventDefault();
  event.stopPropagation();
  await waits;
  goesOn = true;
  target.requestSubmit(submitter);
  goesOn = false;
}

document.addEventListener("submit", beforeAll, true);
// The curtain falls, or she leaves: that tells the server, and takes along what is not kept yet.
document.addEventListener("hiding", ({ detail }) => {
  const typed = detail.body && dirty && !sent ? words() : null;
  const fits = typed && typed.toString().length < OUTLIVES;
  if (fits) typed.forEach((said, name) => detail.body.append(name, said));
  else detail.until = keepNow(true) ?? null;
});
document.addEventListener("shown", () => keepNow()); // what could not be kept meanwhile
addEventListener("pageshow", () => (sent = false)); // she came back to it
addEventListener("pagehide", () => keepNow(true));
document.addEventListener("visibilitychange", () => {
  if (document.hidden) keepNow(true);
});
